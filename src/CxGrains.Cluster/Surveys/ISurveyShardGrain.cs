using CxGrains.Cluster.Shards;

namespace CxGrains.Cluster.Surveys;

/// <summary>One partition's part of a survey; its key is <c>workspace/partition/survey</c>.</summary>
[Alias("cx.ISurveyShardGrain")]
internal interface ISurveyShardGrain : IShardGrain;
