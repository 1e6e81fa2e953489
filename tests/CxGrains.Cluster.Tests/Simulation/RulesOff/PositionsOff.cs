using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Positions off: whatever is handed to a shard stands behind all it has taken, so that it takes repeats as new.</summary>
internal sealed class PositionsOff(IEntities entities) : IEntities
{
    private const int RowBits = 24;

    private static long _calls;

    /// <summary>The position in the log that was handed over as another.</summary>
    public static Position Original(Position position) =>
        position == Position.None ? position : Position.At(position.Row & ((1L << RowBits) - 1), position.Line);

    /// <inheritdoc/>
    public Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records) => entities.FoldAsync(customer, records);

    /// <inheritdoc/>
    public Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records)
    {
        var call = Interlocked.Increment(ref _calls) & ((1L << (47 - RowBits)) - 1);
        return entities.TakeAsync(shard, new ShardRecords
        {
            Records = Array.ConvertAll(records.Records, record => MoveBehind(record, call << RowBits)),
            BoundTo = records.BoundTo,
            Worker = records.Worker,
        });
    }

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => entities.EraseAsync(customer, position);

    /// <inheritdoc/>
    public Task<long> SaveAsync(EntityKey entity) => entities.SaveAsync(entity);

    private static ShardRecord MoveBehind(ShardRecord record, long rows)
    {
        var position = new Position(record.Position);
        return new ShardRecord { Position = Position.At(position.Row + rows, position.Line).Value, Customer = record.Customer, Announcement = record.Announcement };
    }
}
