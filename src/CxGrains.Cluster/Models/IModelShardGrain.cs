using CxGrains.Cluster.Shards;

namespace CxGrains.Cluster.Models;

/// <summary>What one partition's outcomes taught the churn model; its key is <c>workspace/partition/all</c>.</summary>
[Alias("cx.IModelShardGrain")]
internal interface IModelShardGrain : IShardGrain;
