using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Surveys;

/// <summary>One life of a survey's shard. Metric and scale come with the first announcement.</summary>
internal sealed class SurveyShardEntity : ShardEntity
{
    private SurveyShard? _shard;

    /// <summary>A life that begins with what is stored.</summary>
    public static SurveyShardEntity Begin(byte[]? state, NamePool names) => new()
    {
        Names = names,
        _shard = state is null ? null : SurveyShard.Decode(new BinaryReader(new MemoryStream(state)), names),
    };

    /// <inheritdoc/>
    protected override Position Position => _shard?.Position ?? Position.None;

    /// <inheritdoc/>
    protected override long Count => _shard?.Responses ?? 0;

    /// <inheritdoc/>
    protected override bool Take(Position position, string customer, Announcement announcement)
    {
        _shard ??= announcement.AddedAnswer is { } added
            ? new SurveyShard(added.Metric, added.Scale)
            : new SurveyShard(announcement.Sent!.Metric, announcement.Sent.Scale);
        _shard.TryAdvance(position);
        _shard.Take(announcement);
        return false;
    }

    /// <inheritdoc/>
    protected override void Encode(BinaryWriter writer) => _shard!.Encode(writer);
}
