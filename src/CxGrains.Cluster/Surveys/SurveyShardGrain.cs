using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using Orleans.Placement;

namespace CxGrains.Cluster.Surveys;

/// <inheritdoc cref="ISurveyShardGrain"/>
[PreferLocalPlacement, GrainType("survey-shard")]
internal sealed class SurveyShardGrain([PersistentState("survey", ClusterStorage.Name)] IPersistentState<ShardRow> stored, NamePool names)
    : ShardGrain(stored), ISurveyShardGrain
{
    /// <inheritdoc/>
    protected override ShardEntity Begin(string id, byte[]? state) => SurveyShardEntity.Begin(id, state, names);
}
