using CxGrains.Cluster.Shards;

namespace CxGrains.Cluster.Segments;

/// <summary>One partition's part of a segment; its key is <c>workspace/partition/slot</c>.</summary>
[Alias("cx.ISegmentShardGrain")]
internal interface ISegmentShardGrain : IShardGrain;
