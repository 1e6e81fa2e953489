using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>The entities of one partition, as its worker reaches them. A call that fails may have had its effect or not.</summary>
internal interface IEntities
{
    /// <summary>Hands records to a customer.</summary>
    Task<CustomerFolded> FoldAsync(EntityKey customer, CustomerRecords records);

    /// <summary>Hands announcements to a shard.</summary>
    Task<ShardTaken> TakeAsync(EntityKey shard, ShardRecords records);

    /// <summary>Deletes what is stored of a customer that was erased at a position which is committed, unless it began anew behind it.</summary>
    Task EraseAsync(EntityKey customer, Position position);

    /// <summary>Lets an entity save; tells the life that did.</summary>
    Task<long> SaveAsync(EntityKey entity);
}
