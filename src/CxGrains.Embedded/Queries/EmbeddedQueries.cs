using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>Views of the partitions' live state. Each partition answers on its own thread; what they answer is merged here.</summary>
internal sealed class EmbeddedQueries(EmbeddedRuntime runtime, IDefinitions definitions, IKeys keys, TimeProvider time) : IQueries, IMovementSums
{
    /// <inheritdoc/>
    public async ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var atMs = InstantOf(asOf);
        var parts = await AskAllAsync(workspace, state => WorkspaceParts.Of(state, atMs, isNow: asOf is null), cancellationToken);
        var name = keys.FindWorkspace(workspace)?.Name ?? workspace;
        return WorkspaceViews.Of(workspace, name, await definitions.OfAsync(workspace, cancellationToken), [.. parts.OfType<WorkspacePart>()], atMs, isNow: asOf is null);
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerPage> CustomersAsync(string workspace, CustomerQuery query, CancellationToken cancellationToken)
    {
        var slots = (await definitions.OfAsync(workspace, cancellationToken)).Slots;
        var search = CustomerSearch.Of(query, slots, InstantOf(query.AsOf));
        var parts = await AskAllAsync(workspace, state => search.Run(state.Customers), cancellationToken);
        return search.PageOf([.. parts.OfType<CustomerMatches>()]);
    }

    /// <inheritdoc/>
    public async ValueTask<AccountPage> AccountsAsync(string workspace, AccountQuery query, CancellationToken cancellationToken)
    {
        var search = AccountSearch.Of(query, InstantOf(query.AsOf));
        string? from = null;
        do
        {
            var after = from;
            var parts = await AskAllAsync(workspace, state => search.Run(state.Customers, after), cancellationToken);
            from = search.Take([.. parts.OfType<AccountSlice>()]);
        }
        while (from is not null);
        return search.ToPage();
    }

    /// <inheritdoc/>
    public async ValueTask<AccountView?> AccountAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var atMs = InstantOf(asOf);
        var members = CustomerSearch.Of(AccountPart.MembersOf(id, asOf), (await definitions.OfAsync(workspace, cancellationToken)).Slots, atMs);
        var look = AccountViews.LookAt(atMs, isNow: asOf is null);
        var parts = await AskAllAsync(workspace, state => AccountPart.Of(id, state.Customers, members, state.Alerts, state.Find, look), cancellationToken);
        return AccountPart.ViewOf(id, [.. parts.OfType<AccountPart>()], members, atMs);
    }

    /// <inheritdoc/>
    public async ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken)
    {
        var atMs = InstantOf(null);
        var parts = await AskAllAsync(workspace, state => RuleCountPart.Of(state.Customers, rule, atMs), cancellationToken);
        var all = parts.OfType<RuleCountPart>().Aggregate(RuleCountPart.None, RuleCountPart.Merge);
        if (RuleSample.ViewOf(all) is { } known)
        {
            return known;
        }

        var sample = new RuleSample(rule, atMs, all);
        foreach (var partition in runtime.Partitions)
        {
            // A slice at a time, so that no record waits for more than one.
            for (var from = 0; from >= 0;)
            {
                var start = from;
                from = await partition.AskAsync(state => SampleSlice.Look(state, workspace, start, sample)).WaitAsync(cancellationToken);
            }
        }

        return sample.ToView();
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerView?> CustomerAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var atMs = InstantOf(asOf);
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        return await FindAsync(workspace, id, customer => CustomerViews.Of(customer, defined, atMs, isNow: asOf is null), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var nowMs = InstantOf(null);
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        return await FindAsync(workspace, id, customer => CustomerRecordViews.Of(customer, defined, nowMs), cancellationToken) is { } record
            ? await CustomerRecordViews.WithMergedIdsAsync(record, async ids =>
                (await AskAllAsync(workspace, state => IndexViews.MergedInto(state.Customers, ids), cancellationToken)).OfType<string[]>().SelectMany(found => found))
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Surveys.GetValueOrDefault(id) is not { } survey)
        {
            return null;
        }

        var view = SurveyViews.Of(survey, await AnswersAsync(workspace, id, cancellationToken), windowDays, InstantOf(asOf));
        return SurveyViews.WithNames(view, await NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Segments.GetValueOrDefault(id) is not { } segment)
        {
            return null;
        }

        var atMs = InstantOf(asOf);
        var parts = await AskAllAsync(workspace, state => WorkspaceParts.Of(state, segment.Slot, atMs, isNow: asOf is null), cancellationToken);
        return SegmentViews.Of(segment, [.. parts.OfType<SegmentPart>()], atMs);
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentOverlapView?> OverlapAsync(string workspace, string first, string second, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).SlotsOf(first, second) is not { } slots)
        {
            return null;
        }

        var parts = await AskAllAsync(workspace, state => OverlapPart.Of(state.Customers, slots.First, slots.Second), cancellationToken);
        return parts.OfType<OverlapPart>().Aggregate(OverlapPart.None, OverlapPart.Merge).ToView(first, second);
    }

    /// <inheritdoc/>
    public async ValueTask<ComparisonView?> CompareAsync(string workspace, ComparisonQuery query, CancellationToken cancellationToken) =>
        await (await ComparisonsAsync(workspace, cancellationToken)).OfAsync(query, InstantOf(query.AsOf), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<SurveySegmentsView?> SurveySegmentsAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await (await ComparisonsAsync(workspace, cancellationToken)).SegmentsAsync(id, windowDays, InstantOf(asOf), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<CommentsView?> CommentsAsync(string workspace, CommentQuery query, CancellationToken cancellationToken)
    {
        if ((await definitions.OfAsync(workspace, cancellationToken)).Surveys.GetValueOrDefault(query.Survey) is not { } survey)
        {
            return null;
        }

        var view = SurveyViews.CommentsOf(survey, await AnswersAsync(workspace, survey.Id, cancellationToken), query, InstantOf(query.AsOf));
        var names = await NamesAsync(workspace, view.Comments.Select(comment => comment.Customer), cancellationToken);
        return view with { Comments = SurveyViews.WithNames(view.Comments, names) };
    }

    /// <inheritdoc/>
    public async ValueTask<InsightsView?> InsightsAsync(string workspace, string? segment, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        var context = new InsightsContext { Definitions = defined };
        if (segment is not null)
        {
            return defined.Segments.TryGetValue(segment, out var known)
                ? InsightsViews.Of(segment, await MembersAsync(workspace, known.Slot, cancellationToken), context, windowDays, InstantOf(asOf))
                : null;
        }

        var sums = await SumsAsync(workspace, cancellationToken);
        context = await (context with { Answers = sums.Answers }).WithGoalsAsync(
            survey => AnswersAsync(workspace, survey.Id, cancellationToken), goalSegment => MembersAsync(workspace, goalSegment.Slot, cancellationToken));
        return InsightsViews.Of(null, sums.Customers, context, windowDays, InstantOf(asOf));
    }

    /// <inheritdoc/>
    public async ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(workspace, state => state.Learner is { } learner ? LearnerPart.Of(learner) : null, cancellationToken);
        return ModelViews.Of(await definitions.OfAsync(workspace, cancellationToken), parts.OfType<LearnerPart>());
    }

    /// <inheritdoc/>
    public async ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken)
    {
        var nowMs = InstantOf(null);
        var parts = await AskAllAsync(workspace, part => WorkspaceParts.Of(part, state, limit, nowMs), cancellationToken);
        return AlertsPart.PageOf([.. parts.OfType<AlertsPart>()], limit);
    }

    /// <inheritdoc/>
    public async ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken)
    {
        var nowMs = InstantOf(null);
        var defined = await definitions.OfAsync(workspace, cancellationToken);
        DefinitionRules.ThrowIfUnknown(defined, rule);
        if (rule.Condition.Subject is not null)
        {
            return await MovementWatcher.DryRunAsync(this, workspace, defined, rule, nowMs, cancellationToken);
        }

        var part = new DryRunPart(rule, nowMs, examples);
        var isComplete = true;
        foreach (var partition in runtime.Partitions)
        {
            // A slice at a time, so that no record waits for more than one.
            for (var from = 0; from >= 0 && isComplete;)
            {
                isComplete = part.Looked < AlertDryRun.CustomersMax;
                var start = from;
                from = isComplete
                    ? await partition.AskAsync(state => DryRunSlice.Look(state, workspace, rule, nowMs, start, part)).WaitAsync(cancellationToken)
                    : start;
            }
        }

        return part.ToView(isComplete);
    }

    /// <inheritdoc/>
    public async Task<MovementState> StateAsync(string workspace, long nowMs, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(workspace, state => WorkspaceParts.MovementsOf(state, nowMs), cancellationToken);
        return parts.OfType<MovementState>().Aggregate(MovementState.None, MovementState.Merge);
    }

    /// <inheritdoc/>
    public async Task<WorkspaceShard> SumsAsync(string workspace, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(workspace, WorkspaceParts.SumsOf, cancellationToken);
        return parts.OfType<WorkspaceShard>().Aggregate(new WorkspaceShard(), WorkspaceShard.Merge);
    }

    /// <inheritdoc/>
    public async Task<PopulationShard> MembersAsync(string workspace, int slot, CancellationToken cancellationToken)
    {
        var parts = await AskAllAsync(workspace, state => WorkspaceParts.PopulationOf(state, slot), cancellationToken);
        return parts.OfType<PopulationShard>().Aggregate(new PopulationShard(), PopulationShard.Merge);
    }

    /// <inheritdoc/>
    /// <remarks>The parts are handed from partition to partition and merged on their threads, so that none is copied.</remarks>
    public async Task<SurveyShard?> AnswersAsync(string workspace, string survey, CancellationToken cancellationToken)
    {
        SurveyShard? merged = null;
        foreach (var partition in runtime.Partitions)
        {
            var soFar = merged;
            merged = await partition.AskAsync(state => Merge(soFar, state.Workspaces.GetValueOrDefault(workspace)?.Surveys.GetValueOrDefault(survey)?.Shard)).WaitAsync(cancellationToken);
        }

        return merged;
    }

    private async Task<SurveyComparisons> ComparisonsAsync(string workspace, CancellationToken cancellationToken) =>
        new(this, workspace, await definitions.OfAsync(workspace, cancellationToken));

    // An id that was merged away stands for another customer.
    private async Task<T?> FindAsync<T>(string workspace, string id, Func<Customer, T> viewOf, CancellationToken cancellationToken)
        where T : class
    {
        for (var hops = 0; hops < Limits.MergePathMax; hops++)
        {
            var asked = id;
            var (view, mergedInto) = await runtime.PartitionOf(workspace, asked)
                .AskAsync(partition => Find(partition, workspace, asked) is { } customer
                    ? (customer.MergedInto is null ? viewOf(customer) : null, customer.MergedInto)
                    : default)
                .WaitAsync(cancellationToken);
            if (mergedInto is null)
            {
                return view;
            }

            id = mergedInto;
        }

        return null;
    }

    private long InstantOf(DateTimeOffset? asOf) => (asOf ?? time.GetUtcNow()).ToUnixTimeMilliseconds();

    private Task<T?[]> AskAllAsync<T>(string workspace, Func<WorkspaceState, T?> question, CancellationToken cancellationToken)
        where T : class =>
        Task.WhenAll(runtime.Partitions.Select(partition =>
            partition.AskAsync(state => state.Workspaces.GetValueOrDefault(workspace) is { } part ? question(part) : null))).WaitAsync(cancellationToken);

    private async Task<Dictionary<string, string>> NamesAsync(string workspace, IEnumerable<string> customers, CancellationToken cancellationToken)
    {
        var asked = customers.Distinct().GroupBy(customer => runtime.PartitionOf(workspace, customer)).Select(ids => ids.Key.AskAsync(state =>
        {
            var part = state.Workspaces.GetValueOrDefault(workspace);
            return ids.Select(id => (Id: id, part?.Find(id)?.Name)).ToList();
        }));
        var found = await Task.WhenAll(asked).WaitAsync(cancellationToken);
        return found.SelectMany(names => names).Where(entry => entry.Name is not null).ToDictionary(entry => entry.Id, entry => entry.Name!, StringComparer.Ordinal);
    }

    private static Customer? Find(PartitionState partition, string workspace, string id) =>
        partition.Workspaces.GetValueOrDefault(workspace)?.Find(id) is { } entry ? partition.Residents.Get(entry) : null;

    private static SurveyShard? Merge(SurveyShard? merged, SurveyShard? part) => (merged, part) switch
    {
        (_, null) => merged,
        (null, _) => SurveyShard.Merge(new SurveyShard(part.Metric, part.Scale), part),
        _ => SurveyShard.Merge(merged, part),
    };
}
