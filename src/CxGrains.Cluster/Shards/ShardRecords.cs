namespace CxGrains.Cluster.Shards;

/// <summary>A batch's announcements for one shard, in the order of positions.</summary>
[GenerateSerializer, Immutable, Alias("cx.ShardRecords")]
internal sealed class ShardRecords
{
    /// <summary>The announcements.</summary>
    [Id(0)]
    public required ShardRecord[] Records { get; init; }

    /// <summary>The worker that hands over.</summary>
    [Id(2)]
    public required long Worker { get; init; }

    /// <summary>The life that holds what was handed over before: another one must not take these, or it would have a hole; 0 for any.</summary>
    [Id(1)]
    public long BoundTo { get; init; }
}
