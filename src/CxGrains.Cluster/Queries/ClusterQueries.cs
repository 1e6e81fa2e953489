using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Segments;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Surveys;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Queries;

/// <summary>
/// Views made of what grains and partitions tell. Partitions are asked first, and answer when they have caught up: no view goes back
/// to what it was before a silo died. Grains give states in the domain's encoding; whoever asks makes the view.
/// </summary>
internal sealed class ClusterQueries(
    IGrainFactory grains, IPartitionLog log, IDefinitions definitions, IKeys keys, NamePool names, TimelineSources sources, Clock clock)
    : IQueries, IMovementSums
{
    /// <inheritdoc/>
    public async ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var (atMs, isNow) = InstantOf(asOf);
        var asked = await AskAllAsync(partition => partition.WorkspaceAsync(workspace, atMs, isNow), cancellationToken);
        var shard = await SumsAsync(workspace, cancellationToken);
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
        var parts = await AskAllAsync(partition => partition.CustomersAsync(workspace, request), cancellationToken);
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
            var parts = await AskAllAsync(partition => partition.AccountsAsync(workspace, request), cancellationToken);
            from = search.Take([.. parts.Select(part => AccountSlice.Decode(ReaderOf(part), names))]);
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
        var parts = await AskAllAsync(partition => partition.AccountAsync(workspace, request), cancellationToken);
        var members = CustomerSearch.Of(AccountPart.MembersOf(id, asOf), slots, atMs);
        return AccountPart.ViewOf(id, [.. parts.Select(part => part.Open<AccountAnswer>().ToPart(names))], members, atMs);
    }

    /// <inheritdoc/>
    public async ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken)
    {
        var atMs = clock.NowMs;
        var request = Json.Of(new RuleCountRequest(rule.Source.GetRawText(), atMs));
        var parts = await AskAllAsync(partition => partition.CountAsync(workspace, request), cancellationToken);
        var all = parts.Select(part => part.Open<RuleCountPart>()).Aggregate(RuleCountPart.None, RuleCountPart.Merge);
        if (RuleSample.ViewOf(all) is { } known)
        {
            return known;
        }

        var sample = new RuleSample(rule, atMs, all);
        for (var partition = 0; partition < log.PartitionsCount; partition++)
        {
            for (var from = 0; from >= 0;)
            {
                var answer = await grains.GetGrain<IPartitionGrain>(partition).SampleAsync(workspace, from, sample.Stride).OrUnavailableAsync(cancellationToken);
                var sampled = answer.Open<SampledCustomers>();
                foreach (var customer in (await ReadAsync(workspace, sampled.Ids, cancellationToken)).OfType<Customer>())
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
        return await FindFinalAsync(workspace, id, cancellationToken) is { } customer
            ? CustomerViews.Of(customer, await definitions.OfAsync(workspace, cancellationToken), atMs, isNow)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        if (await FindFinalAsync(workspace, id, cancellationToken) is not { } customer)
        {
            return null;
        }

        var record = CustomerRecordViews.Of(customer, await definitions.OfAsync(workspace, cancellationToken), clock.NowMs);
        return await CustomerRecordViews.WithMergedIdsAsync(record, async ids =>
            (await AskAllAsync(partition => partition.MergedIntoAsync(workspace, ids), cancellationToken)).SelectMany(found => found));
    }

    /// <inheritdoc/>
    public async ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Surveys.GetValueOrDefault(id) is not { } survey)
        {
            return null;
        }

        await AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);
        var view = SurveyViews.Of(survey, await AnswersAsync(workspace, id, cancellationToken), windowDays, InstantOf(asOf).AtMs);
        return SurveyViews.WithNames(view, await NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Segments.GetValueOrDefault(id) is not { } segment)
        {
            return null;
        }

        var (atMs, isNow) = InstantOf(asOf);
        var asked = await AskAllAsync(partition => partition.SegmentAsync(workspace, segment.Slot, atMs, isNow), cancellationToken);
        var shard = await MembersAsync(workspace, segment.Slot, cancellationToken);
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

        var parts = await AskAllAsync(partition => partition.OverlapAsync(workspace, slots.First, slots.Second), cancellationToken);
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

        await AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);
        var view = SurveyViews.CommentsOf(survey, await AnswersAsync(workspace, survey.Id, cancellationToken), query, InstantOf(query.AsOf).AtMs);
        var found = await NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken);
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

        await AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);
        var context = new InsightsContext { Definitions = defined };
        if (segment is not null)
        {
            return InsightsViews.Of(segment, await MembersAsync(workspace, defined.Segments[segment].Slot, cancellationToken), context, windowDays, InstantOf(asOf).AtMs);
        }

        var sums = await SumsAsync(workspace, cancellationToken);
        context = await (context with { Answers = sums.Answers }).WithGoalsAsync(
            survey => AnswersAsync(workspace, survey.Id, cancellationToken), goalSegment => MembersAsync(workspace, goalSegment.Slot, cancellationToken));
        return InsightsViews.Of(null, sums.Customers, context, windowDays, InstantOf(asOf).AtMs);
    }

    /// <inheritdoc/>
    public async ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken)
    {
        await AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);
        var learned = await grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).LearnedAsync().OrUnavailableAsync(cancellationToken);
        LearnerPart[] parts = learned is null ? [] : [LearnerPart.Of(ModelShard.Decode(ReaderOf(learned)))];
        return ModelViews.Of(await definitions.OfAsync(workspace, cancellationToken), parts);
    }

    /// <inheritdoc/>
    public async ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(partition => partition.AlertsAsync(workspace, state, limit, clock.NowMs), cancellationToken);
        return AlertsPart.PageOf([.. parts.Select(part => part.Open<AlertsPart>())], limit);
    }

    /// <inheritdoc/>
    public async ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        DefinitionRules.ThrowIfUnknown(defined, rule);
        if (rule.Condition.Subject is not null)
        {
            return await MovementWatcher.DryRunAsync(this, workspace, defined, rule, clock.NowMs, cancellationToken);
        }

        var rules = new WorkspaceRules([.. defined.Segments.Values], defined.Settings, defined.Published);
        var (stored, nowMs) = (new AlertRules(0, 0, [rule]).ToStored(), clock.NowMs);
        var part = new DryRunPart(rule, nowMs, examples);
        for (var partition = 0; partition < log.PartitionsCount; partition++)
        {
            for (var from = 0; from >= 0;)
            {
                if (part.Looked >= AlertDryRun.CustomersMax)
                {
                    return part.ToView(isComplete: false);
                }

                var answer = await grains.GetGrain<IPartitionGrain>(partition).DryRunAsync(workspace, stored, nowMs, from).OrUnavailableAsync(cancellationToken);
                var candidates = answer.Open<DryRunCandidates>();
                await LookAsync(workspace, candidates.Customers, rules, part, cancellationToken);
                from = candidates.Next;
            }
        }

        return part.ToView(isComplete: true);
    }

    /// <inheritdoc/>
    public async Task<MovementState> StateAsync(string workspace, long nowMs, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(partition => partition.MovementsAsync(workspace, nowMs), cancellationToken);
        return parts.Select(part => part.Open<MovementState>()).Aggregate(MovementState.None, MovementState.Merge);
    }

    /// <inheritdoc/>
    public async Task<SurveyShard?> AnswersAsync(string workspace, string survey, CancellationToken cancellationToken)
    {
        var state = await grains.GetGrain<ISurveyGrain>(GrainKeys.Of(workspace, survey)).ReadAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? null : SurveyShard.Decode(ReaderOf(state), names);
    }

    /// <inheritdoc/>
    public async Task<WorkspaceShard> SumsAsync(string workspace, CancellationToken cancellationToken)
    {
        var sums = await grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).SumsAsync().OrUnavailableAsync(cancellationToken);
        return sums is null ? new WorkspaceShard() : WorkspaceShard.Decode(ReaderOf(sums), names);
    }

    /// <inheritdoc/>
    public async Task<PopulationShard> MembersAsync(string workspace, int slot, CancellationToken cancellationToken)
    {
        var key = GrainKeys.Of(workspace, slot.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var state = await grains.GetGrain<ISegmentGrain>(key).ReadAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? new PopulationShard() : PopulationShard.Decode(ReaderOf(state), names);
    }

    private async Task<SurveyComparisons> ComparisonsAsync(string workspace, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        await AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);
        return new SurveyComparisons(this, workspace, defined);
    }

    private async Task LookAsync(string workspace, IReadOnlyList<DryRunCandidate> customers, WorkspaceRules rules, DryRunPart part, CancellationToken cancellationToken)
    {
        var states = await ReadAsync(workspace, customers.Select(customer => customer.Id), cancellationToken);
        foreach (var (customer, state) in customers.Zip(states))
        {
            if (state is not null)
            {
                part.Look(state, customer.Name, rules);
            }
        }
    }

    private async Task<Customer?[]> ReadAsync(string workspace, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(ids.Select(id => grains.GetGrain<ICustomerGrain>(GrainKeys.Of(workspace, id)).ReadAsync())).OrUnavailableAsync(cancellationToken);
        return [.. states.Select(state => state is null ? null : CustomerEncoding.Decode(ReaderOf(state), names, sources))];
    }

    // An id that was merged away stands for another customer.
    private async Task<Customer?> FindFinalAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var customer = await FindAsync(workspace, id, cancellationToken);
        for (var hops = 0; hops < Limits.MergePathMax && customer?.MergedInto is { } into; hops++)
        {
            customer = await FindAsync(workspace, into, cancellationToken);
        }

        return customer is { MergedInto: null } ? customer : null;
    }

    private async Task<Customer?> FindAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        await grains.GetGrain<IPartitionGrain>(Partitioning.PartitionOf(workspace, id, log.PartitionsCount)).CatchUpAsync().OrUnavailableAsync(cancellationToken);
        var state = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(workspace, id)).ReadAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? null : CustomerEncoding.Decode(ReaderOf(state), names, sources);
    }

    private async Task<Dictionary<string, string>> NamesAsync(string workspace, IEnumerable<string> customers, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(customers
            .Distinct(StringComparer.Ordinal)
            .GroupBy(customer => Partitioning.PartitionOf(workspace, customer, log.PartitionsCount))
            .Select(async group =>
            {
                string[] ids = [.. group];
                return ids.Zip(await grains.GetGrain<IPartitionGrain>(group.Key).NamesAsync(workspace, ids));
            })).OrUnavailableAsync(cancellationToken);
        return found.SelectMany(pairs => pairs).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal);
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

    private Task<T[]> AskAllAsync<T>(Func<IPartitionGrain, Task<T>> question, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, log.PartitionsCount).Select(partition => question(grains.GetGrain<IPartitionGrain>(partition)))).OrUnavailableAsync(cancellationToken);

    private static BinaryReader ReaderOf(byte[] bytes) => new(new MemoryStream(bytes));
}
