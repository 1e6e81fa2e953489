using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using Orleans.Placement;

namespace CxGrains.Cluster.Workspaces;

/// <inheritdoc cref="IWorkspaceShardGrain"/>
[PreferLocalPlacement, GrainType("workspace-shard")]
internal sealed class WorkspaceShardGrain([PersistentState("state", ClusterStorage.Name)] IPersistentState<ShardRow> stored, NamePool names)
    : ShardGrain(stored), IWorkspaceShardGrain
{
    /// <inheritdoc/>
    protected override ShardEntity Begin(string id, byte[]? state) => WorkspaceShardEntity.Begin(state, names);
}
