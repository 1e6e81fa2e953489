using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.Ingest;

/// <summary>
/// Refuses new customers where there are as many as there may be. Known ones go on being served. While there is room for all that this
/// silo accepted since it last looked, nobody is asked; what other silos accept within that second may pass the limit.
/// </summary>
internal sealed class CustomersLimit(IGrainFactory grains, IPartitionLog log, IOptions<ClusterRuntimeOptions> options)
{
    private long _accepted;
    private long _acceptedAtLook;
    private long _seen;

    /// <summary>Begins to look how many customers there are.</summary>
    /// <returns>For <see cref="Saw"/>: interactions that were accepted before the look before this one. Those since may not be folded yet.</returns>
    public long BeginLook() => Interlocked.Exchange(ref _acceptedAtLook, Interlocked.Read(ref _accepted));

    /// <summary>Takes note of how many customers there are.</summary>
    /// <param name="customers">Customers seen.</param>
    /// <param name="foldedOf">What <see cref="BeginLook"/> gave.</param>
    public void Saw(long customers, long foldedOf) => Interlocked.Exchange(ref _seen, customers - foldedOf);

    /// <summary>Looks for lines of new customers, where the limit is reached.</summary>
    /// <exception cref="LinesRefusedException">There are such lines.</exception>
    public async ValueTask ThrowIfAnyIsNewAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        var customersMax = options.Value.CustomersMax;
        var atMost = Interlocked.Add(ref _accepted, batch.Interactions.Count) + Interlocked.Read(ref _seen);
        if (atMost <= customersMax || await CountAsync(cancellationToken) < customersMax)
        {
            return;
        }

        var slices = Partitioning.Split(batch.Workspace, batch.Interactions, log.PartitionsCount);
        var lines = await Task.WhenAll(Enumerable.Range(0, slices.Length).Where(partition => slices[partition].Count > 0).Select(async partition =>
        {
            string[] customers = [.. slices[partition].Select(line => batch.Interactions[line].Customer)];
            var known = await PartitionOf(partition).KnowsAsync(batch.Workspace, customers);
            return slices[partition].Where((_, i) => !known[i]).ToList();
        })).OrUnavailableAsync(cancellationToken);
        int[] refused = [.. lines.SelectMany(found => found).Order()];
        if (refused.Length > 0)
        {
            throw new LinesRefusedException(refused, "customer", $"is new, and there are as many customers as there may be, {customersMax} (CustomersMax)");
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, log.PartitionsCount).Select(partition => PartitionOf(partition).StartAsync())).OrUnavailableAsync(cancellationToken);
        return statuses.Sum(status => (long)status.Customers);
    }

    private IPartitionGrain PartitionOf(int partition) => grains.GetGrain<IPartitionGrain>(partition);
}
