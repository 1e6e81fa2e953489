using Orleans.Concurrency;

namespace CxGrains.Cluster.Surveys;

/// <summary>A survey over all partitions; its key is <c>workspace/survey</c>. No answer ever travels to it: it merges what its shards hold.</summary>
[Alias("cx.ISurveyGrain")]
internal interface ISurveyGrain : IGrainWithStringKey
{
    /// <summary>The merged shard, in the domain's encoding; null before the first answer.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<byte[]?> ReadAsync();
}
