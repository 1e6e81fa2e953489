using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Segments;

/// <inheritdoc cref="ISegmentGrain"/>
[GrainType("segment")]
internal sealed class SegmentGrain(IPartitionLog log, NamePool names) : Grain, ISegmentGrain
{
    private ShardMerge<PopulationShard> _merge = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (workspace, slot) = GrainKeys.Split(this.GetPrimaryKeyString());
        var shards = Enumerable.Range(0, log.PartitionsCount).Select(partition => GrainFactory.GetGrain<ISegmentShardGrain>(GrainKeys.Of(workspace, partition, slot)));
        _merge = new ShardMerge<PopulationShard>(
            [.. shards], state => PopulationShard.Decode(new BinaryReader(new MemoryStream(state)), names), PopulationShard.Merge, (shard, writer) => shard.Encode(writer));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync() => _merge.ReadAsync();
}
