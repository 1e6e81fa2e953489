using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>
/// A customer's answers, oldest first, at most <see cref="Limits.AnswersMax"/>: the newest answer of each metric and then the
/// newest of the others. Which are kept does not depend on the order they came in, edits of dropped ones excepted.
/// </summary>
public sealed class AnswerBook
{
    private readonly List<KeptAnswer> _answers = [];

    // By metric. Asked for with every interaction, and changed by an answer only.
    private readonly LatestAnswer?[] _latest = new LatestAnswer?[(int)SurveyMetric.Rating + 1];

    /// <summary>The answers, oldest first.</summary>
    public IReadOnlyList<KeptAnswer> All => _answers;

    /// <summary>The newest answer of a metric; null where there is none.</summary>
    public LatestAnswer? Latest(SurveyMetric metric) => _latest[(int)metric];

    /// <summary>Takes an answer in.</summary>
    /// <param name="answer">A new answer, or another revision of one.</param>
    /// <param name="withdrawn">The version it replaces, whose contribution must be withdrawn.</param>
    /// <param name="isCounted">Whether it was counted with another customer until now.</param>
    /// <returns>Whether the answer counts: false for an older revision, and for an edit of an answer no longer kept.</returns>
    public bool Take(KeptAnswer answer, out KeptAnswer? withdrawn, bool isCounted = false)
    {
        withdrawn = Find(answer.Contribution.Key);
        if (withdrawn is not null)
        {
            if (!answer.Replaces(withdrawn))
            {
                withdrawn = null;
                return false;
            }

            _answers.Remove(withdrawn);
        }
        else if (!isCounted && answer.Revision > 0 && _answers.Count == Limits.AnswersMax)
        {
            // An edit of what is not kept: its first version was counted and let go, and must not count twice.
            return false;
        }

        Insert(answer);
        if (_answers.Count > Limits.AnswersMax)
        {
            _answers.Remove(_answers.First(kept => kept != NewestOf(kept.Contribution.Metric)));
        }

        FindLatest();
        return true;
    }

    /// <summary>Forgets the comments of the answers up to an instant, and announces these without.</summary>
    /// <param name="uptoMs">The instant, included; <see cref="long.MaxValue"/> for all.</param>
    /// <param name="announcement">Takes what surveys have to forget.</param>
    internal void ForgetComments(long uptoMs, Announcement announcement)
    {
        for (var i = 0; i < _answers.Count && _answers[i].Contribution.AtMs <= uptoMs; i++)
        {
            var said = _answers[i].Contribution;
            if (said.Comment is not null)
            {
                var silent = said with { Comment = null };
                _answers[i] = _answers[i] with { Contribution = silent };
                announcement.Bare(said, silent);
            }
        }
    }

    /// <summary>Writes the answers.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_answers.Count);
        foreach (var (answer, revision, interaction) in _answers)
        {
            writer.Write(answer.Survey);
            writer.Write((byte)answer.Metric);
            writer.Write((byte)answer.Scale);
            writer.Write7BitEncodedInt64(answer.AtMs);
            writer.Write((byte)answer.Score);
            writer.WriteOptional(answer.Channel);
            writer.WriteOptional(answer.Touchpoint);
            writer.WriteOptional(answer.Comment);
            writer.Write(answer.Key);
            writer.Write7BitEncodedInt(revision);
            writer.Write(interaction);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static AnswerBook Decode(BinaryReader reader, string customer, NamePool names)
    {
        var book = new AnswerBook();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var survey = reader.ReadShared(names);
            var metric = (SurveyMetric)reader.ReadByte();
            int scale = reader.ReadByte();
            var atMs = reader.Read7BitEncodedInt64();
            int score = reader.ReadByte();
            var contribution = new AnswerContribution(
                survey, metric, scale, atMs, score, reader.ReadOptionalShared(names), reader.ReadOptionalShared(names), reader.ReadOptional(), customer, reader.ReadUInt64());
            book._answers.Add(new KeptAnswer(contribution, reader.Read7BitEncodedInt(), reader.ReadUInt64()));
        }

        book.FindLatest();
        return book;
    }

    private KeptAnswer? Find(ulong key)
    {
        foreach (var kept in _answers)
        {
            if (kept.Contribution.Key == key)
            {
                return kept;
            }
        }

        return null;
    }

    private KeptAnswer? NewestOf(SurveyMetric metric) => _answers.FindLast(kept => kept.Contribution.Metric == metric);

    private void FindLatest()
    {
        Array.Clear(_latest);
        foreach (var kept in _answers)
        {
            _latest[(int)kept.Contribution.Metric] = new LatestAnswer(kept.Contribution.AtMs, kept.Contribution.Score, kept.Contribution.Scale);
        }
    }

    private void Insert(KeptAnswer answer)
    {
        var index = _answers.Count;
        while (index > 0 && _answers[index - 1].IsNewerThan(answer))
        {
            index--;
        }

        _answers.Insert(index, answer);
    }
}
