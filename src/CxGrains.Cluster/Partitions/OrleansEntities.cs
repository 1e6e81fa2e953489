using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Models;
using CxGrains.Cluster.Segments;
using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Surveys;
using CxGrains.Cluster.Workspaces;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>A partition's entities as grains.</summary>
internal sealed class OrleansEntities(IGrainFactory grains, int partition) : IEntities
{
    private readonly GrainMaker<ICustomerGrain> _customers = new(grains);

    /// <inheritdoc/>
    public Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records) => CustomerOf(customer).FoldAsync(records);

    /// <inheritdoc/>
    public Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records) => ShardOf(shard).TakeAsync(records);

    /// <inheritdoc/>
    public Task<long> SaveAsync(EntityKey entity) => entity.Kind == EntityKind.Customer ? CustomerOf(entity).SaveAsync() : ShardOf(entity).SaveAsync();

    /// <inheritdoc/>
    public Task EraseAsync(EntityKey customer, Position position) => CustomerOf(customer).EraseAsync(position.Value);

    /// <summary>The grain of a shard.</summary>
    public IShardGrain ShardOf(EntityKey shard)
    {
        var key = GrainKeys.Of(shard.Workspace, partition, shard.Id);
        return shard.Kind switch
        {
            EntityKind.Workspace => grains.GetGrain<IWorkspaceShardGrain>(key),
            EntityKind.Survey => grains.GetGrain<ISurveyShardGrain>(key),
            EntityKind.Model => grains.GetGrain<IModelShardGrain>(key),
            EntityKind.Segment => grains.GetGrain<ISegmentShardGrain>(key),
            _ => throw new ArgumentOutOfRangeException(nameof(shard), shard.Kind, "is no shard"),
        };
    }

    private ICustomerGrain CustomerOf(EntityKey customer) => _customers.Of(GrainKeys.Of(customer.Workspace, customer.Id));
}
