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
    private long _atMost;

    /// <summary>Takes note of how many customers there are.</summary>
    public void Saw(long customers) => Interlocked.Exchange(ref _atMost, customers);

    /// <summary>Looks for lines of new customers, where the limit is reached.</summary>
    /// <exception cref="LinesRefusedException">There are such lines.</exception>
    public async ValueTask ThrowIfAnyIsNewAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        var customersMax = options.Value.CustomersMax;
        if (Interlocked.Add(ref _atMost, batch.Interactions.Count) <= customersMax || await CountAsync(cancellationToken) < customersMax)
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
        var customers = statuses.Sum(status => (long)status.Customers);
        Saw(customers);
        return customers;
    }

    private IPartitionGrain PartitionOf(int partition) => grains.GetGrain<IPartitionGrain>(partition);
}
