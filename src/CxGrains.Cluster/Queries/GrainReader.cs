using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Segments;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Surveys;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Queries;

/// <summary>Asks grains and partitions. Grains give states in the domain's encoding, which are read here.</summary>
internal sealed class GrainReader(IGrainFactory grains, IPartitionLog log, NamePool names, TimelineSources sources) : IMovementSums
{
    /// <summary>Partitions there are.</summary>
    public int PartitionsCount => log.PartitionsCount;

    /// <summary>A reader of what a grain gave.</summary>
    public static BinaryReader Open(byte[] state) => new(new MemoryStream(state));

    /// <summary>Asks one partition.</summary>
    public Task<T> AskAsync<T>(int partition, Func<IPartitionGrain, Task<T>> question, CancellationToken cancellationToken) =>
        question(grains.GetGrain<IPartitionGrain>(partition)).OrUnavailableAsync(cancellationToken);

    /// <summary>Asks every partition.</summary>
    public Task<T[]> AskAllAsync<T>(Func<IPartitionGrain, Task<T>> question, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, log.PartitionsCount).Select(partition => question(grains.GetGrain<IPartitionGrain>(partition)))).OrUnavailableAsync(cancellationToken);

    /// <summary>Completes when every partition has caught up with its log as it is now.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => AskAllAsync(partition => partition.CatchUpAsync(), cancellationToken);

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
        return state is null ? null : SurveyShard.Decode(Open(state), names);
    }

    /// <inheritdoc/>
    public async Task<WorkspaceShard> SumsAsync(string workspace, CancellationToken cancellationToken)
    {
        var sums = await grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).SumsAsync().OrUnavailableAsync(cancellationToken);
        return sums is null ? new WorkspaceShard() : WorkspaceShard.Decode(Open(sums), names);
    }

    /// <inheritdoc/>
    public async Task<PopulationShard> MembersAsync(string workspace, int slot, CancellationToken cancellationToken)
    {
        var key = GrainKeys.Of(workspace, slot.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var state = await grains.GetGrain<ISegmentGrain>(key).ReadAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? new PopulationShard() : PopulationShard.Decode(Open(state), names);
    }

    /// <summary>What a workspace learned from its outcomes; null for nothing yet.</summary>
    public async Task<ModelShard?> LearnedAsync(string workspace, CancellationToken cancellationToken)
    {
        var state = await grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All)).LearnedAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? null : ModelShard.Decode(Open(state));
    }

    /// <summary>Some customers as they are; null for who is not there.</summary>
    public async Task<Customer?[]> ReadAsync(string workspace, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(ids.Select(id => grains.GetGrain<ICustomerGrain>(GrainKeys.Of(workspace, id)).ReadAsync())).OrUnavailableAsync(cancellationToken);
        return [.. states.Select(state => state is null ? null : CustomerEncoding.Decode(Open(state), names, sources))];
    }

    /// <summary>One customer, or the one that its id was merged into; null where there is none.</summary>
    public async Task<Customer?> FindFinalAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var customer = await FindAsync(workspace, id, cancellationToken);
        for (var hops = 0; hops < Limits.MergePathMax && customer?.MergedInto is { } into; hops++)
        {
            customer = await FindAsync(workspace, into, cancellationToken);
        }

        return customer is { MergedInto: null } ? customer : null;
    }

    /// <summary>The names of some customers, as far as they have any.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(string workspace, IEnumerable<string> customers, CancellationToken cancellationToken)
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

    private async Task<Customer?> FindAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        await grains.GetGrain<IPartitionGrain>(Partitioning.PartitionOf(workspace, id, log.PartitionsCount)).CatchUpAsync().OrUnavailableAsync(cancellationToken);
        var state = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(workspace, id)).ReadAsync().OrUnavailableAsync(cancellationToken);
        return state is null ? null : CustomerEncoding.Decode(Open(state), names, sources);
    }
}
