using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Segments;

/// <summary>One life of a segment's shard.</summary>
internal sealed class SegmentShardEntity : ShardEntity
{
    private readonly int _slot;
    private readonly PopulationShard _shard;

    private SegmentShardEntity(int slot, PopulationShard shard)
    {
        _slot = slot;
        _shard = shard;
    }

    /// <summary>A life that begins with what is stored.</summary>
    public static SegmentShardEntity Begin(int slot, byte[]? state, NamePool names) =>
        new(slot, state is null ? new PopulationShard() : PopulationShard.Decode(new BinaryReader(new MemoryStream(state)), names)) { Names = names };

    /// <inheritdoc/>
    protected override Position Position => _shard.Position;

    /// <inheritdoc/>
    protected override long Count => _shard.Members;

    /// <inheritdoc/>
    protected override bool Take(Position position, string customer, Announcement announcement)
    {
        _shard.TryAdvance(position);
        _shard.Take(announcement, _slot);
        return false;
    }

    /// <inheritdoc/>
    protected override void Encode(BinaryWriter writer) => _shard.Encode(writer);
}
