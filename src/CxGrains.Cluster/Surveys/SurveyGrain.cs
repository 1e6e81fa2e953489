using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Surveys;

/// <inheritdoc cref="ISurveyGrain"/>
[GrainType("survey")]
internal sealed class SurveyGrain(IPartitionLog log, NamePool names) : Grain, ISurveyGrain
{
    private ShardMerge<SurveyShard> _merge = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (workspace, id) = GrainKeys.Split(this.GetPrimaryKeyString());
        var shards = Enumerable.Range(0, log.PartitionsCount).Select(partition => GrainFactory.GetGrain<ISurveyShardGrain>(GrainKeys.Of(workspace, partition, id)));
        _merge = new ShardMerge<SurveyShard>(
            [.. shards], state => SurveyShard.Decode(new BinaryReader(new MemoryStream(state)), names), SurveyShard.Merge, (shard, writer) => shard.Encode(writer));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync() => _merge.ReadAsync();
}
