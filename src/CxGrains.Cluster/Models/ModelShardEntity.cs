using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Cluster.Models;

/// <summary>One life of a model shard.</summary>
internal sealed class ModelShardEntity : ShardEntity
{
    private ModelShard _shard;

    private ModelShardEntity(ModelShard shard) => _shard = shard;

    /// <summary>A life that begins with what is stored.</summary>
    public static ModelShardEntity Begin(byte[]? state, NamePool names) =>
        new(state is null ? new ModelShard(ChurnTarget.Default) : ModelShard.Decode(new BinaryReader(new MemoryStream(state)))) { Names = names };

    /// <inheritdoc/>
    protected override Position Position => _shard.Position;

    /// <inheritdoc/>
    protected override long Count => _shard.Outcomes;

    /// <inheritdoc/>
    protected override bool Take(Position position, string customer, Announcement announcement)
    {
        _shard.TryAdvance(position);
        foreach (var outcome in announcement.Contributions.OfType<OutcomeContribution>())
        {
            _shard = _shard.After(outcome);
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Encode(BinaryWriter writer) => _shard.Encode(writer);
}
