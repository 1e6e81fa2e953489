namespace CxGrains.Cluster.Shards;

/// <summary>What a customer announced, on its way to a shard.</summary>
[GenerateSerializer, Immutable, Alias("cx.ShardRecord")]
internal sealed class ShardRecord
{
    /// <summary>The position.</summary>
    [Id(0)]
    public required long Position { get; init; }

    /// <summary>The customer's id.</summary>
    [Id(1)]
    public required string Customer { get; init; }

    /// <summary>The announcement, in the domain's encoding.</summary>
    [Id(2)]
    public required byte[] Announcement { get; init; }
}
