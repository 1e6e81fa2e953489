namespace CxGrains.Cluster.Shards;

/// <summary>A shard as it was read.</summary>
[GenerateSerializer, Immutable, Alias("cx.ShardSnapshot")]
internal sealed class ShardSnapshot
{
    /// <summary>Its version.</summary>
    [Id(0)]
    public required ShardVersion Version { get; init; }

    /// <summary>Its state, in the domain's encoding; null where there is nothing.</summary>
    [Id(1)]
    public byte[]? State { get; init; }
}
