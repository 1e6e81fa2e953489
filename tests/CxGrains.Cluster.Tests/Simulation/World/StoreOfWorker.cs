using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The store as one worker reaches it, with the head it read when it began.</summary>
internal sealed class StoreOfWorker(SimulatedStore store, Link link) : IPartitionStore
{
    private int _eTag = store.ETag;

    /// <inheritdoc/>
    public PartitionRow Head { get; private set; } = store.Head;

    /// <inheritdoc/>
    public async Task SaveHeadAsync(PartitionRow head)
    {
        _eTag = await link.CallAsync(() => Task.FromResult(store.SaveHead(head, _eTag)));
        Head = head;
    }

    /// <inheritdoc/>
    public Task<bool> HasMovedAsync() => link.CallAsync(() => Task.FromResult(store.ETag != _eTag));

    /// <inheritdoc/>
    public async IAsyncEnumerable<IndexRow> ReadIndexAsync()
    {
        foreach (var row in await link.CallAsync(() => Task.FromResult(store.Index.Values.ToList())))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public Task SaveIndexAsync(IReadOnlyList<IndexRow> rows) => link.CallAsync(() =>
    {
        store.SaveIndex(rows);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public Task TakeAlertsAsync(IReadOnlyList<RaisedAlert> alerts) => link.CallAsync(() =>
    {
        store.Take(alerts);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public Task SweepAsync(Sweep sweep) => link.CallAsync(() =>
    {
        store.Sweep(sweep);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public Task<byte[]> ReadSaltAsync() => link.CallAsync(() => Task.FromResult(new byte[Tombstones.SaltBytes]));

    /// <inheritdoc/>
    public Task ForgetAlertsAsync(long committedRow) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task QuarantineAsync(IReadOnlyList<QuarantineRow> rows) => link.CallAsync(() =>
    {
        store.Keep(rows);
        return Task.CompletedTask;
    });
}
