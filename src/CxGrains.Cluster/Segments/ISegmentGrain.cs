using Orleans.Concurrency;

namespace CxGrains.Cluster.Segments;

/// <summary>A segment over all partitions; its key is <c>workspace/slot</c>. It merges what its shards hold.</summary>
[Alias("cx.ISegmentGrain")]
internal interface ISegmentGrain : IGrainWithStringKey
{
    /// <summary>The merged shard, in the domain's encoding; null while it never had a member.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<byte[]?> ReadAsync();
}
