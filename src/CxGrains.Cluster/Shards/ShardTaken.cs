namespace CxGrains.Cluster.Shards;

/// <summary>A shard's answer to a batch.</summary>
[GenerateSerializer, Immutable, Alias("cx.ShardTaken")]
internal sealed class ShardTaken
{
    /// <summary>The life that answers.</summary>
    [Id(0)]
    public required long Activation { get; init; }

    /// <summary>What lists show of the shard: a survey's answers, a segment's members, a workspace's open alerts.</summary>
    [Id(1)]
    public required long Count { get; init; }

    /// <summary>Whether alerts changed.</summary>
    [Id(2)]
    public bool AlertsChanged { get; init; }

    /// <summary>The ids of a workspace's open alerts that other partitions may have too; null for none.</summary>
    [Id(3)]
    public string[]? SharedAlerts { get; init; }
}
