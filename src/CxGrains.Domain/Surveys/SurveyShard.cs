using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Surveys;

/// <summary>One partition's part of a survey: its answers per day by score, by channel and touchpoint, what was sent, and the newest comments.</summary>
public sealed class SurveyShard
{
    private const byte NewestVersion = 2;

    private readonly DayCounts _answers;
    private readonly DayCounts _sent;
    private readonly NewestComments _comments;

    /// <summary>A shard without answers, before the first record.</summary>
    /// <param name="metric">The survey's metric.</param>
    /// <param name="scale">The survey's scale, from <see cref="Limits.ScaleMin"/> to <see cref="Limits.ScaleMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is outside its range.</exception>
    public SurveyShard(SurveyMetric metric, int scale)
        : this(metric, CheckedScale(scale), new DayCounts(scale + 1), new DayCounts(1), new Breakdown(scale + 1), new Breakdown(scale + 1), new NewestComments())
    {
    }

    private SurveyShard(
        SurveyMetric metric, int scale, DayCounts answers, DayCounts sent, Breakdown channels, Breakdown touchpoints, NewestComments comments)
    {
        Metric = metric;
        Scale = scale;
        _answers = answers;
        _sent = sent;
        Channels = channels;
        Touchpoints = touchpoints;
        _comments = comments;
    }

    /// <summary>The survey's metric.</summary>
    public SurveyMetric Metric { get; }

    /// <summary>The top of the survey's scale.</summary>
    public int Scale { get; }

    /// <summary>The last position whose contributions are in; <see cref="Position.None"/> for a merged shard, which stands in no log.</summary>
    public Position Position { get; private set; }

    /// <summary>Answers of all time.</summary>
    public long Responses { get; private set; }

    /// <summary>Answers by channel, where the channel is known.</summary>
    public Breakdown Channels { get; }

    /// <summary>Answers by touchpoint, where the touchpoint is known.</summary>
    public Breakdown Touchpoints { get; }

    /// <summary>The newest <see cref="Limits.CommentsMax"/> comments, newest first.</summary>
    public IReadOnlyList<SurveyComment> Comments => _comments.NewestFirst;

    /// <summary>
    /// Moves on to a position, and says whether its contributions are news. Ask once a position, before handing over all
    /// its contributions: where the answer is false they are in already and must not be handed over again.
    /// </summary>
    public bool TryAdvance(Position position)
    {
        if (position <= Position)
        {
            return false;
        }

        Position = position;
        return true;
    }

    /// <summary>Takes what an announcement means for one survey: answers withdrawn, added, or asked for.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="survey">The survey's id; those of other surveys are passed over.</param>
    public void Take(Announcement announcement, string survey)
    {
        foreach (var withdrawn in announcement.WithdrawnAnswers)
        {
            if (withdrawn.Survey == survey)
            {
                Withdraw(withdrawn);
            }
        }

        foreach (var added in announcement.AddedAnswers)
        {
            if (added.Survey == survey)
            {
                Add(added);
            }
        }

        if (announcement.Sent is { } sent && sent.Survey == survey)
        {
            AddSent(sent.AtMs);
        }
    }

    /// <summary>Removes all comments of a customer, also those of answers that the customer itself no longer keeps; says whether there were any.</summary>
    public bool RemoveComments(string customer) => _comments.RemoveAll(customer);

    /// <summary>Counts an answer.</summary>
    /// <exception cref="ArgumentException">The answer has another metric or scale, or a score outside the scale.</exception>
    public void Add(AnswerContribution answer)
    {
        Check(answer);
        var day = Instants.DayOf(answer.AtMs);
        _answers.Add(day, answer.Score);
        Responses++;
        if (answer.Channel is not null)
        {
            Channels.Add(answer.Channel, day, answer.Score);
        }

        if (answer.Touchpoint is not null)
        {
            Touchpoints.Add(answer.Touchpoint, day, answer.Score);
        }

        if (answer.Comment is not null)
        {
            _comments.Add(new SurveyComment(answer.AtMs, answer.Key, answer.Score, answer.Customer, answer.Comment, answer.Channel));
        }
    }

    /// <summary>Takes back an answer exactly as it was added, because an edit replaces it or its customer leaves.</summary>
    /// <exception cref="ArgumentException">The answer has another metric or scale, or a score outside the scale.</exception>
    public void Withdraw(AnswerContribution answer)
    {
        Check(answer);
        var day = Instants.DayOf(answer.AtMs);
        _answers.Withdraw(day, answer.Score);
        Responses--;
        if (answer.Channel is not null)
        {
            Channels.Withdraw(answer.Channel, day, answer.Score);
        }

        if (answer.Touchpoint is not null)
        {
            Touchpoints.Withdraw(answer.Touchpoint, day, answer.Score);
        }

        if (answer.Comment is not null)
        {
            _comments.Remove(answer.AtMs, answer.Key, answer.Customer);
        }
    }

    /// <summary>Counts a survey that was sent.</summary>
    /// <param name="atMs">When, Unix milliseconds UTC.</param>
    public void AddSent(long atMs) => _sent.Add(Instants.DayOf(atMs), 0);

    /// <summary>The answers of some days, by score.</summary>
    /// <param name="fromDay">The first day, included, as days since 1970-01-01.</param>
    /// <param name="toDay">The last day, included.</param>
    public ScoreCounts Window(int fromDay, int toDay) => new(_answers.Sum(fromDay, toDay));

    /// <summary>The answers in the trailing window of each of the last days, oldest first.</summary>
    /// <param name="lastDay">The day the last window ends with.</param>
    /// <param name="days">How many windows.</param>
    /// <param name="windowDays">Days of a window, its last one included.</param>
    public IReadOnlyList<ScoreCounts> Trailing(int lastDay, int days, int windowDays) =>
        [.. _answers.Trailing(lastDay, days, windowDays).Select(counts => new ScoreCounts(counts))];

    /// <summary>Answers per survey sent over some days.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public ResponseRate ResponseRate(int fromDay, int toDay) => new(_sent.Sum(fromDay, toDay)[0], Window(fromDay, toDay).Responses);

    /// <summary>Both together, for reading. Associative and commutative.</summary>
    /// <exception cref="ArgumentException">They are of surveys with another metric or scale.</exception>
    public static SurveyShard Merge(SurveyShard a, SurveyShard b)
    {
        if (a.Metric != b.Metric || a.Scale != b.Scale)
        {
            throw new ArgumentException($"A {a.Metric} shard of scale {a.Scale} and a {b.Metric} shard of scale {b.Scale} cannot be merged.", nameof(b));
        }

        var comments = new NewestComments();
        comments.AddAll(a._comments);
        comments.AddAll(b._comments);
        return new SurveyShard(
            a.Metric,
            a.Scale,
            DayCounts.Merge(a._answers, b._answers),
            DayCounts.Merge(a._sent, b._sent),
            Breakdown.Merge(a.Channels, b.Channels),
            Breakdown.Merge(a.Touchpoints, b.Touchpoints),
            comments)
        {
            Responses = a.Responses + b.Responses,
        };
    }

    /// <summary>The answers of the days before one as they were at an earlier look, and all else as it is now: what is there without answers that came late.</summary>
    /// <param name="earlier">Of the earlier look.</param>
    /// <param name="now">Of now, of the same survey.</param>
    /// <param name="day">The first day that is taken from <paramref name="now"/>, as days since 1970-01-01.</param>
    public static SurveyShard Splice(SurveyShard earlier, SurveyShard now, int day) => new(
        now.Metric, now.Scale, DayCounts.Splice(earlier._answers, now._answers, day), now._sent, now.Channels, now.Touchpoints, now._comments)
    {
        Responses = now.Responses,
    };

    /// <summary>Writes the state, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write((byte)Metric);
        writer.Write((byte)Scale);
        writer.Write(Position.Value);
        writer.Write(Responses);
        _answers.Encode(writer);
        _sent.Encode(writer);
        Channels.Encode(writer);
        Touchpoints.Encode(writer);
        _comments.Encode(writer);
    }

    /// <summary>Reads a state that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <param name="reader">Stands before the version.</param>
    /// <param name="names">Shares channels and touchpoints.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static SurveyShard Decode(BinaryReader reader, NamePool names)
    {
        var version = reader.ReadVersion("Survey shard", NewestVersion);
        var metric = (SurveyMetric)reader.ReadByte();
        var scale = (int)reader.ReadByte();
        var position = new Position(reader.ReadInt64());
        var responses = reader.ReadInt64();
        return new SurveyShard(
            metric,
            scale,
            DayCounts.Decode(reader, scale + 1),
            DayCounts.Decode(reader, 1),
            Breakdown.Decode(reader, scale + 1, names),
            Breakdown.Decode(reader, scale + 1, names),
            NewestComments.Decode(reader, hasChannels: version >= 2, names))
        {
            Position = position,
            Responses = responses,
        };
    }

    private static int CheckedScale(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, Limits.ScaleMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Limits.ScaleMax);
        return scale;
    }

    private void Check(AnswerContribution answer)
    {
        if (answer.Metric != Metric || answer.Scale != Scale)
        {
            throw new ArgumentException($"An answer to a {answer.Metric} survey of scale {answer.Scale} does not belong to a {Metric} survey of scale {Scale}.", nameof(answer));
        }

        var scoreMin = Metric == SurveyMetric.Nps ? 0 : 1;
        if (answer.Score < scoreMin || answer.Score > Scale)
        {
            throw new ArgumentOutOfRangeException(nameof(answer), answer.Score, $"The score must be {scoreMin} to {Scale}.");
        }
    }
}
