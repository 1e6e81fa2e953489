using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Binding off: every life of an entity looks like the same one.</summary>
internal sealed class BindingOff(IEntities entities) : IEntities
{
    private const long TheOne = 1;

    /// <inheritdoc/>
    public async Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records)
    {
        var folded = await entities.FoldAsync(customer, new CustomerRecords { CommittedRow = records.CommittedRow, Rules = records.Rules, Records = records.Records, Worker = records.Worker });
        return new CustomerFolded
        {
            Activation = TheOne,
            Position = folded.Position,
            Announcements = folded.Announcements,
            Entry = folded.Entry,
            Poisoned = folded.Poisoned,
            Error = folded.Error,
        };
    }

    /// <inheritdoc/>
    public async Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records)
    {
        var taken = await entities.TakeAsync(shard, new ShardRecords { Records = records.Records, Worker = records.Worker });
        return new ShardTaken { Activation = TheOne, Count = taken.Count, AlertsChanged = taken.AlertsChanged, SharedAlerts = taken.SharedAlerts };
    }

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => entities.EraseAsync(customer, position);

    /// <inheritdoc/>
    public async Task<long> SaveAsync(EntityKey entity)
    {
        await entities.SaveAsync(entity);
        return TheOne;
    }
}
