using System.Globalization;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using Orleans.Placement;

namespace CxGrains.Cluster.Segments;

/// <inheritdoc cref="ISegmentShardGrain"/>
[PreferLocalPlacement, GrainType("segment-shard")]
internal sealed class SegmentShardGrain([PersistentState("segment", ClusterStorage.Name)] IPersistentState<ShardRow> stored, NamePool names)
    : ShardGrain(stored), ISegmentShardGrain
{
    /// <inheritdoc/>
    protected override ShardEntity Begin(string id, byte[]? state) => SegmentShardEntity.Begin(int.Parse(id, CultureInfo.InvariantCulture), state, names);
}
