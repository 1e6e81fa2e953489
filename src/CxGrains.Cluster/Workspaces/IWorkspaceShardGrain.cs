using CxGrains.Cluster.Shards;

namespace CxGrains.Cluster.Workspaces;

/// <summary>One partition's part of a workspace, its sums and its alerts; its key is <c>workspace/partition/all</c>.</summary>
[Alias("cx.IWorkspaceShardGrain")]
internal interface IWorkspaceShardGrain : IShardGrain;
