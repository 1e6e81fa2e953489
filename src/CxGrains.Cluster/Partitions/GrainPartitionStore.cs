using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;
using Orleans.Storage;

namespace CxGrains.Cluster.Partitions;

/// <summary>A partition's store: the head in grain storage, whose ETag tells an old worker from the one that took over; index and quarantine in tables of their own.</summary>
internal sealed class GrainPartitionStore(IPersistentState<PartitionRow> head, int partition, IndexStore index, QuarantineStore quarantine, AlertIntake alerts, SweptRows swept, Salt salt)
    : IPartitionStore
{
    /// <inheritdoc/>
    public PartitionRow Head { get; private set; } = head.State;

    /// <inheritdoc/>
    public async Task SaveHeadAsync(PartitionRow row)
    {
        head.State = row;
        try
        {
            await head.WriteStateAsync();
            Head = row;
        }
        catch (InconsistentStateException error)
        {
            throw new SupersededException($"Another worker of partition {partition} has committed", error);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasMovedAsync()
    {
        var knownETag = head.Etag;
        await head.ReadStateAsync();
        return head.Etag != knownETag;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IndexRow> ReadIndexAsync() => index.ReadAsync(partition);

    /// <inheritdoc/>
    public Task SaveIndexAsync(IReadOnlyList<IndexRow> rows) => index.UpsertAsync(partition, rows);

    /// <inheritdoc/>
    public Task QuarantineAsync(IReadOnlyList<QuarantineRow> rows) => quarantine.AddAsync(partition, rows);

    /// <inheritdoc/>
    public Task TakeAlertsAsync(IReadOnlyList<RaisedAlert> raised) => alerts.TakeAsync(partition, raised);

    /// <inheritdoc/>
    public Task SweepAsync(Sweep sweep) => swept.RemoveAsync(partition, sweep);

    /// <inheritdoc/>
    public Task<byte[]> ReadSaltAsync() => salt.ReadAsync();

    /// <inheritdoc/>
    public Task ForgetAlertsAsync(long committedRow) => alerts.ForgetAsync(partition, committedRow);
}
