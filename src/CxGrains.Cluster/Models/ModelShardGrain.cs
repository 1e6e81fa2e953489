using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using Orleans.Placement;

namespace CxGrains.Cluster.Models;

/// <inheritdoc cref="IModelShardGrain"/>
[PreferLocalPlacement, GrainType("model-shard")]
internal sealed class ModelShardGrain([PersistentState("model", ClusterStorage.Name)] IPersistentState<ShardRow> stored, NamePool names)
    : ShardGrain(stored), IModelShardGrain
{
    /// <inheritdoc/>
    protected override ShardEntity Begin(string id, byte[]? state) => ModelShardEntity.Begin(state, names);
}
