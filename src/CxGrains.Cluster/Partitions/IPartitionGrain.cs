using CxGrains.Cluster.Live;
using CxGrains.Cluster.Queries;
using Orleans.Concurrency;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// A partition; its key is the partition's number. While it is active its worker runs, and it answers between the worker's steps.
/// </summary>
[Alias("cx.IPartitionGrain")]
internal interface IPartitionGrain : IGrainWithIntegerKey
{
    /// <summary>Lets it be active, and tells how far it is.</summary>
    [Alias("Start"), AlwaysInterleave]
    Task<PartitionStatus> StartAsync();

    /// <summary>Completes when what the log held when its run began is folded again: entities read now show nothing older than before.</summary>
    [Alias("CatchUp"), AlwaysInterleave]
    Task<bool> CatchUpAsync();

    /// <summary>Says that there are new rows in its log.</summary>
    [Alias("Wake"), AlwaysInterleave, OneWay]
    Task WakeAsync();

    /// <summary>Waits a while until a row has its effect in all views; gives the rows of other partitions that hold the rest of it, or null where it waited in vain.</summary>
    [Alias("WaitUntilAppliedHere"), AlwaysInterleave]
    Task<EffectRow[]?> WaitUntilAppliedAsync(long row);

    /// <summary>Completes when all that is in the log has its effect and, if asked, is committed.</summary>
    [Alias("Flush"), AlwaysInterleave, ResponseTimeout("00:05:00")]
    Task FlushAsync(bool save);

    /// <summary>Stores a head that was moved in from elsewhere, unless the partition stands behind it already, and lets a new worker begin with it.</summary>
    [Alias("Adopt")]
    Task AdoptAsync(PartitionRow row);

    /// <summary>Tells an observer of topics, for as long as a lease; tells which worker will.</summary>
    [Alias("Watch"), AlwaysInterleave]
    Task<long> WatchAsync(ITopicObserver observer, WatchedTopic[] topics);

    /// <summary>Tells an observer of these topics and of no others any more, for as long as a lease; tells which worker will.</summary>
    [Alias("WatchOnly"), AlwaysInterleave]
    Task<long> WatchOnlyAsync(ITopicObserver observer, WatchedTopic[] topics);

    /// <summary>Ends that for some topics.</summary>
    [Alias("Unwatch"), AlwaysInterleave]
    Task UnwatchAsync(ITopicObserver observer, WatchedTopic[] topics);

    /// <summary>Its part of a workspace; null where it has none.</summary>
    [Alias("Workspace"), AlwaysInterleave]
    Task<Json?> WorkspaceAsync(string workspace, long atMs, bool isNow);

    /// <summary>Its part of a segment; null where it has none.</summary>
    [Alias("Segment"), AlwaysInterleave]
    Task<Json?> SegmentAsync(string workspace, int slot, long atMs, bool isNow);

    /// <summary>Its customers that match a search.</summary>
    [Alias("Customers"), AlwaysInterleave]
    Task<Json> CustomersAsync(string workspace, Json request);

    /// <summary>The next of its accounts that match a search, an <see cref="Domain.Accounts.AccountSlice"/> in the domain's encoding.</summary>
    [Alias("Accounts"), AlwaysInterleave]
    Task<byte[]> AccountsAsync(string workspace, Json request);

    /// <summary>Its part of an account, an <see cref="AccountAnswer"/>.</summary>
    [Alias("Account"), AlwaysInterleave]
    Task<Json> AccountAsync(string workspace, Json request);

    /// <summary>How many of its customers match a rule, a <see cref="Abstractions.Views.Building.RuleCountPart"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="request">A <see cref="RuleCountRequest"/>.</param>
    [Alias("Count"), AlwaysInterleave]
    Task<Json> CountAsync(string workspace, Json request);

    /// <summary>The next of its customers that a sample takes, a <see cref="SampledCustomers"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="from">The first row of the index.</param>
    /// <param name="stride">From one row to the next.</param>
    [Alias("Sample"), AlwaysInterleave]
    Task<Json> SampleAsync(string workspace, int from, int stride);

    /// <summary>How many of its customers belong to two segments, an <see cref="Abstractions.Views.Building.OverlapPart"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="first">The first segment's slot.</param>
    /// <param name="second">The second's.</param>
    [Alias("Overlap"), AlwaysInterleave]
    Task<Json> OverlapAsync(string workspace, int first, int second);

    /// <summary>The names of some of its customers; null where unknown.</summary>
    [Alias("Names"), AlwaysInterleave]
    Task<string?[]> NamesAsync(string workspace, string[] customers);

    /// <summary>Those of its ids that were merged into one of some customers.</summary>
    [Alias("MergedInto"), AlwaysInterleave]
    Task<string[]> MergedIntoAsync(string workspace, string[] customers);

    /// <summary>The workspaces it has customers of.</summary>
    [Alias("Workspaces"), AlwaysInterleave]
    Task<string[]> WorkspacesAsync();

    /// <summary>A sample of its customers that buy, in the domain's encoding.</summary>
    [Alias("Buyers"), AlwaysInterleave]
    Task<byte[]> BuyersAsync(string workspace);

    /// <summary>Which of some customers it knows.</summary>
    [Alias("Knows"), AlwaysInterleave]
    Task<bool[]> KnowsAsync(string workspace, string[] customers);

    /// <summary>Its alerts in a state.</summary>
    [Alias("Alerts"), AlwaysInterleave]
    Task<Json> AlertsAsync(string workspace, string state, int limit, long nowMs);

    /// <summary>Customers that a rule may be raised for, an <see cref="Alerts.DryRunCandidates"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rule">The rule as the only one of a list, as stored.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="from">Customers of the index to pass over.</param>
    [Alias("DryRun"), AlwaysInterleave]
    Task<Json> DryRunAsync(string workspace, string rule, long nowMs, int from);

    /// <summary>One of its alerts, an <see cref="Alerts.AlertMatch"/>; null where it has none of that id.</summary>
    [Alias("FindAlert"), AlwaysInterleave]
    Task<Json?> FindAlertAsync(string workspace, string id, long nowMs);

    /// <summary>What decides whether a movement is told, a <see cref="Abstractions.Alerts.Movements.MovementState"/>.</summary>
    [Alias("Movements"), AlwaysInterleave]
    Task<Json> MovementsAsync(string workspace, long nowMs);
}
