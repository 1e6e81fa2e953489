using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Surveys;

/// <summary>One life of a survey's shard. Metric and scale come with the first announcement.</summary>
internal sealed class SurveyShardEntity : ShardEntity
{
    private readonly string _survey;
    private SurveyShard? _shard;

    private SurveyShardEntity(string survey) => _survey = survey;

    /// <summary>A life that begins with what is stored.</summary>
    /// <param name="survey">The survey's id.</param>
    /// <param name="state">The stored state; null where there is none.</param>
    /// <param name="names">Shares names.</param>
    public static SurveyShardEntity Begin(string survey, byte[]? state, NamePool names) => new(survey)
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
        if (announcement.Erased is not null)
        {
            _shard?.RemoveComments(customer);
        }

        _shard ??= Begin(announcement);
        _shard?.TryAdvance(position);
        _shard?.Take(announcement, _survey);
        return false;
    }

    /// <inheritdoc/>
    protected override void Encode(BinaryWriter writer) => _shard!.Encode(writer);

    // One who is erased may never have answered: that begins nothing.
    private SurveyShard? Begin(Announcement announcement)
    {
        var answer = announcement.AddedAnswers.Concat(announcement.WithdrawnAnswers).FirstOrDefault(answer => answer.Survey == _survey);
        return answer is not null ? new SurveyShard(answer.Metric, answer.Scale)
            : announcement.Sent is { } sent ? new SurveyShard(sent.Metric, sent.Scale)
            : null;
    }
}
