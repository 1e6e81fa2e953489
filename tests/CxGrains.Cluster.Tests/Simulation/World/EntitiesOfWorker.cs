using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The entities as one worker reaches them.</summary>
internal sealed class EntitiesOfWorker(SimulatedCluster cluster, Link link, int silo) : IEntities
{
    /// <inheritdoc/>
    public Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records) => link.CallAsync(() => cluster.Customer(customer).FoldAsync(silo, records));

    /// <inheritdoc/>
    public Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records) => link.CallAsync(() => cluster.Shard(shard).TakeAsync(silo, records));

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => link.CallAsync(() => cluster.Customer(customer).EraseAsync(silo, position));

    /// <inheritdoc/>
    public Task<long> SaveAsync(EntityKey entity) => link.CallAsync(() => cluster.Entity(entity).SaveAsync(silo));
}
