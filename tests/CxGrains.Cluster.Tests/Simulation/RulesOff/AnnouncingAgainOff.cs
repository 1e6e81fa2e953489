using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Announcing again off: what a customer had folded already it no longer announces.</summary>
internal sealed class AnnouncingAgainOff(IEntities entities) : IEntities
{
    /// <inheritdoc/>
    public async Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records)
    {
        var before = await entities.FoldAsync(customer, new CustomerRecords { CommittedRow = records.CommittedRow, Rules = records.Rules, Records = [], BoundTo = records.BoundTo, Worker = records.Worker });
        var folded = await entities.FoldAsync(customer, records);
        return new CustomerFolded
        {
            Activation = folded.Activation,
            Position = folded.Position,
            Announcements = Array.FindAll(folded.Announcements, kept => kept.Position > before.Position),
            Entry = folded.Entry,
            Poisoned = folded.Poisoned,
            Error = folded.Error,
        };
    }

    /// <inheritdoc/>
    public Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records) => entities.TakeAsync(shard, records);

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => entities.EraseAsync(customer, position);

    /// <inheritdoc/>
    public Task<long> SaveAsync(EntityKey entity) => entities.SaveAsync(entity);
}
