using Orleans.Concurrency;

namespace CxGrains.Cluster.Shards;

/// <summary>
/// One partition's part of a survey, a segment or a workspace; its key is <c>workspace/partition/id</c>. It holds sums, not
/// customers. The partition's worker is the only one that hands over and saves.
/// </summary>
[Alias("cx.IShardGrain")]
internal interface IShardGrain : IGrainWithStringKey
{
    /// <summary>Takes what customers announced, in the order of positions; what is in already changes nothing, nor does what is for another life.</summary>
    [Alias("Take")]
    Task<ShardTaken> TakeAsync(ShardRecords records);

    /// <summary>Saves what changed; tells the life that saved.</summary>
    [Alias("Save")]
    Task<long> SaveAsync();

    /// <summary>Stores a state that was moved in from elsewhere, unless the shard stands behind it already. No worker has met it yet.</summary>
    [Alias("Adopt")]
    Task AdoptAsync(byte[] state);

    /// <summary>The shard, or null where it is still as <paramref name="known"/>.</summary>
    [Alias("Read"), ReadOnly]
    Task<ShardSnapshot?> ReadAsync(ShardVersion known);
}
