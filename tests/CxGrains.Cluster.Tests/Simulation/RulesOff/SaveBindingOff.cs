using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Saving by the bound life off: whichever life saved, it looks like the one that answered last.</summary>
internal sealed class SaveBindingOff(IEntities entities) : IEntities
{
    private readonly Dictionary<EntityKey, long> _answered = [];

    /// <inheritdoc/>
    public async Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records)
    {
        var folded = await entities.FoldAsync(customer, records);
        _answered[customer] = folded.Activation;
        return folded;
    }

    /// <inheritdoc/>
    public async Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records)
    {
        var taken = await entities.TakeAsync(shard, records);
        _answered[shard] = taken.Activation;
        return taken;
    }

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => entities.EraseAsync(customer, position);

    /// <inheritdoc/>
    public async Task<long> SaveAsync(EntityKey entity)
    {
        await entities.SaveAsync(entity);
        return _answered[entity];
    }
}
