using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Cluster.Alerts;
using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Queries;

/// <summary>
/// Views made of what grains and partitions tell. Partitions are asked first, and answer when they have caught up: no view goes back
/// to what it was before a silo died.
/// </summary>
internal sealed class ClusterQueries(GrainReader reader, IDefinitions definitions, IKeys keys, NamePool names, Clock clock) : IQueries
{
    /// <inheritdoc/>
    public async ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var (atMs, isNow) = InstantOf(asOf);
        var asked = await reader.AskAllAsync(partition => partition.WorkspaceAsync(workspace, atMs, isNow), cancellationToken);
        var shard = await reader.SumsAsync(workspace, cancellationToken);
        var parts = asked.OfType<Json>().Select(part => part.Open<IndexPart>()).ToList();
        var name = keys.FindWorkspace(workspace)?.Name ?? workspace;
        return WorkspaceViews.Of(workspace, name, await definitions.OfAsync(workspace, cancellationToken), PartsOf(shard, parts, isNow), atMs, isNow);
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerPage> CustomersAsync(string workspace, CustomerQuery query, CancellationToken cancellationToken)
    {
        var slots = (await definitions.OfAsync(workspace, cancellationToken)).Slots;
        var (atMs, _) = InstantOf(query.AsOf);
        var search = CustomerSearch.Of(query, slots, atMs);
        var request = Json.Of(new CustomerSearchRequest(query, slots, atMs));
        var parts = await reader.AskAllAsync(partition => partition.CustomersAsync(workspace, request), cancellationToken);
        return search.PageOf([.. parts.Select(part => part.Open<CustomerMatches>())]);
    }

    /// <inheritdoc/>
    public async ValueTask<AccountPage> AccountsAsync(string workspace, AccountQuery query, CancellationToken cancellationToken)
    {
        var (atMs, _) = InstantOf(query.AsOf);
        var search = AccountSearch.Of(query, atMs);
        string? from = null;
        do
        {
            var request = Json.Of(new AccountSearchRequest(query, atMs, from));
            var parts = await reader.AskAllAsync(partition => partition.AccountsAsync(workspace, request), cancellationToken);
            from = search.Take([.. parts.Select(part => AccountSlice.Decode(GrainReader.Open(part), names))]);
        }
        while (from is not null);
        return search.ToPage();
    }

    /// <inheritdoc/>
    public async ValueTask<AccountView?> AccountAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var slots = (await definitions.OfAsync(workspace, cancellationToken)).Slots;
        var (atMs, _) = InstantOf(asOf);
        var request = Json.Of(new AccountRequest(id, asOf, slots, atMs));
        var parts = await reader.AskAllAsync(partition => partition.AccountAsync(workspace, request), cancellationToken);
        var members = CustomerSearch.Of(AccountPart.MembersOf(id, asOf), slots, atMs);
        return AccountPart.ViewOf(id, [.. parts.Select(part => part.Open<AccountAnswer>().ToPart(names))], members, atMs);
    }

    /// <inheritdoc/>
    public async ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken)
    {
        var atMs = clock.NowMs;
        var request = Json.Of(new RuleCountRequest(rule.Source.GetRawText(), atMs));
        var parts = await reader.AskAllAsync(partition => partition.CountAsync(workspace, request), cancellationToken);
        var all = parts.Select(part => part.Open<RuleCountPart>()).Aggregate(RuleCountPart.None, RuleCountPart.Merge);
        if (RuleSample.ViewOf(all) is { } known)
        {
            return known;
        }

        var sample = new RuleSample(rule, atMs, all);
        for (var partition = 0; partition < reader.PartitionsCount; partition++)
        {
            for (var from = 0; from >= 0;)
            {
                var start = from;
                var answer = await reader.AskAsync(partition, asked => asked.SampleAsync(workspace, start, sample.Stride), cancellationToken);
                var sampled = answer.Open<SampledCustomers>();
                foreach (var customer in (await reader.ReadAsync(workspace, sampled.Ids, cancellationToken)).OfType<Customer>())
                {
                    sample.Look(customer);
                }

                from = sampled.Next;
            }
        }

        return sample.ToView();
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerView?> CustomerAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var (atMs, isNow) = InstantOf(asOf);
        return await reader.FindFinalAsync(workspace, id, cancellationToken) is { } customer
            ? CustomerViews.Of(customer, await definitions.OfAsync(workspace, cancellationToken), atMs, isNow)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        if (await reader.FindFinalAsync(workspace, id, cancellationToken) is not { } customer)
        {
            return null;
        }

        var record = CustomerRecordViews.Of(customer, await definitions.OfAsync(workspace, cancellationToken), clock.NowMs);
        return await CustomerRecordViews.WithMergedIdsAsync(record, async ids =>
            (await reader.AskAllAsync(partition => partition.MergedIntoAsync(workspace, ids), cancellationToken)).SelectMany(found => found));
    }

    /// <inheritdoc/>
    public async ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Surveys.GetValueOrDefault(id) is not { } survey)
        {
            return null;
        }

        await reader.CatchUpAsync(cancellationToken);
        var view = SurveyViews.Of(survey, await reader.AnswersAsync(workspace, id, cancellationToken), windowDays, InstantOf(asOf).AtMs);
        return SurveyViews.WithNames(view, await reader.NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Segments.GetValueOrDefault(id) is not { } segment)
        {
            return null;
        }

        var (atMs, isNow) = InstantOf(asOf);
        var asked = await reader.AskAllAsync(partition => partition.SegmentAsync(workspace, segment.Slot, atMs, isNow), cancellationToken);
        var shard = await reader.MembersAsync(workspace, segment.Slot, cancellationToken);
        var parts = asked.OfType<Json>().Select(part => part.Open<SegmentIndexPart>()).ToList();
        return SegmentViews.Of(segment, PartsOf(shard, parts, isNow), atMs);
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentOverlapView?> OverlapAsync(string workspace, string first, string second, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).SlotsOf(first, second) is not { } slots)
        {
            return null;
        }

        var parts = await reader.AskAllAsync(partition => partition.OverlapAsync(workspace, slots.First, slots.Second), cancellationToken);
        return parts.Select(part => part.Open<OverlapPart>()).Aggregate(OverlapPart.None, OverlapPart.Merge).ToView(first, second);
    }

    /// <inheritdoc/>
    public async ValueTask<ComparisonView?> CompareAsync(string workspace, ComparisonQuery query, CancellationToken cancellationToken) =>
        await (await ComparisonsAsync(workspace, cancellationToken)).OfAsync(query, InstantOf(query.AsOf).AtMs, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<SurveySegmentsView?> SurveySegmentsAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await (await ComparisonsAsync(workspace, cancellationToken)).SegmentsAsync(id, windowDays, InstantOf(asOf).AtMs, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<CommentsView?> CommentsAsync(string workspace, CommentQuery query, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Surveys.GetValueOrDefault(query.Survey) is not { } survey)
        {
            return null;
        }

        await reader.CatchUpAsync(cancellationToken);
        var view = SurveyViews.CommentsOf(survey, await reader.AnswersAsync(workspace, survey.Id, cancellationToken), query, InstantOf(query.AsOf).AtMs);
        var found = await reader.NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken);
        return view with { Comments = SurveyViews.WithNames(view.Comments, found) };
    }

    /// <inheritdoc/>
    public async ValueTask<InsightsView?> InsightsAsync(string workspace, string? segment, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        if (segment is not null && !defined.Segments.ContainsKey(segment))
        {
            return null;
        }

        await reader.CatchUpAsync(cancellationToken);
        var context = new InsightsContext { Definitions = defined };
        if (segment is not null)
        {
            return InsightsViews.Of(segment, await reader.MembersAsync(workspace, defined.Segments[segment].Slot, cancellationToken), context, windowDays, InstantOf(asOf).AtMs);
        }

        var sums = await reader.SumsAsync(workspace, cancellationToken);
        context = await (context with { Answers = sums.Answers }).WithGoalsAsync(
            survey => reader.AnswersAsync(workspace, survey.Id, cancellationToken), goalSegment => reader.MembersAsync(workspace, goalSegment.Slot, cancellationToken));
        return InsightsViews.Of(null, sums.Customers, context, windowDays, InstantOf(asOf).AtMs);
    }

    /// <inheritdoc/>
    public async ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken)
    {
        await reader.CatchUpAsync(cancellationToken);
        LearnerPart[] parts = await reader.LearnedAsync(workspace, cancellationToken) is { } learned ? [LearnerPart.Of(learned)] : [];
        return ModelViews.Of(await definitions.OfAsync(workspace, cancellationToken), parts);
    }

    /// <inheritdoc/>
    public async ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken)
    {
        var parts = await reader.AskAllAsync(partition => partition.AlertsAsync(workspace, state, limit, clock.NowMs), cancellationToken);
        return AlertsPart.PageOf([.. parts.Select(part => part.Open<AlertsPart>())], limit);
    }

    /// <inheritdoc/>
    public async ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        DefinitionRules.ThrowIfUnknown(defined, rule);
        if (rule.Condition.Subject is not null)
        {
            return await MovementWatcher.DryRunAsync(reader, workspace, defined, rule, clock.NowMs, cancellationToken);
        }

        var rules = new WorkspaceRules([.. defined.Segments.Values], defined.Settings, defined.Published);
        var (stored, nowMs) = (new AlertRules(0, 0, [rule]).ToStored(), clock.NowMs);
        var part = new DryRunPart(rule, nowMs, examples);
        for (var partition = 0; partition < reader.PartitionsCount; partition++)
        {
            for (var from = 0; from >= 0;)
            {
                if (part.Looked >= AlertDryRun.CustomersMax)
                {
                    return part.ToView(isComplete: false);
                }

                var start = from;
                var answer = await reader.AskAsync(partition, asked => asked.DryRunAsync(workspace, stored, nowMs, start), cancellationToken);
                var candidates = answer.Open<DryRunCandidates>();
                await LookAsync(workspace, candidates.Customers, rules, part, cancellationToken);
                from = candidates.Next;
            }
        }

        return part.ToView(isComplete: true);
    }

    private async Task<SurveyComparisons> ComparisonsAsync(string workspace, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        await reader.CatchUpAsync(cancellationToken);
        return new SurveyComparisons(reader, workspace, defined);
    }

    private async Task LookAsync(string workspace, IReadOnlyList<DryRunCandidate> customers, WorkspaceRules rules, DryRunPart part, CancellationToken cancellationToken)
    {
        var states = await reader.ReadAsync(workspace, customers.Select(customer => customer.Id), cancellationToken);
        foreach (var (customer, state) in customers.Zip(states))
        {
            if (state is not null)
            {
                part.Look(state, customer.Name, rules);
            }
        }
    }

    // The sums are merged already; they go with one of the parts.
    private static List<WorkspacePart> PartsOf(WorkspaceShard shard, List<IndexPart> parts, bool isNow)
    {
        var all = parts.ConvertAll(part => new WorkspacePart
        {
            Shard = new WorkspaceShard(),
            Risk = part.Risk ?? new RiskCounts(0, 0, 0, 0),
            PerSecond = part.PerSecond,
            Alerts = part.Alerts,
            SharedAlerts = part.SharedAlerts,
            Riskiest = part.Riskiest,
            Feed = part.Feed,
            SurveyResponses = part.SurveyResponses,
            Segments = part.Segments,
        });
        all.Add(new WorkspacePart
        {
            Shard = shard,
            Risk = isNow ? PopulationViews.RiskOf(shard.Customers) : new RiskCounts(0, 0, 0, 0),
            PerSecond = 0,
            Alerts = new AlertCounts(0, 0),
            Riskiest = [],
            Feed = [],
            SurveyResponses = new Dictionary<string, long>(),
            Segments = new Dictionary<string, (long, int, int)>(),
        });
        return all;
    }

    private static List<SegmentPart> PartsOf(PopulationShard shard, List<SegmentIndexPart> parts, bool isNow) =>
    [
        new SegmentPart(shard, isNow ? PopulationViews.RiskOf(shard) : new RiskCounts(0, 0, 0, 0), 0, 0),
        .. parts.Select(part => new SegmentPart(new PopulationShard(), part.Risk ?? new RiskCounts(0, 0, 0, 0), part.Cursor, part.Target)),
    ];

    private (long AtMs, bool IsNow) InstantOf(DateTimeOffset? asOf) => (asOf?.ToUnixTimeMilliseconds() ?? clock.NowMs, asOf is null);
}
