namespace CxGrains.Cluster.Shards;

/// <summary>A shard as stored.</summary>
[GenerateSerializer, Alias("cx.ShardRow")]
internal sealed class ShardRow
{
    /// <summary>The state, in the domain's encoding; null before the first save.</summary>
    [Id(0)]
    public byte[]? State { get; set; }
}
