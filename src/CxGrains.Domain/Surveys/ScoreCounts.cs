using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Surveys;

/// <summary>Answers of one survey counted by score, and the scores they make. An immutable value; without answers every score is null.</summary>
public sealed class ScoreCounts
{
    private readonly long[] _counts;

    internal ScoreCounts(long[] counts)
    {
        _counts = counts;
        foreach (var count in counts)
        {
            Responses += count;
        }
    }

    /// <summary>All answers.</summary>
    public long Responses { get; }

    /// <summary>Answers of one score, from 0 to the survey's scale.</summary>
    public long this[int score] => _counts[score];

    /// <summary>The NPS of an NPS survey's answers.</summary>
    public NpsScore? Nps()
    {
        if (Responses == 0)
        {
            return null;
        }

        var promoters = Between(NpsScore.PromoterMin, 10);
        var detractors = Between(0, NpsScore.DetractorMax);
        return new NpsScore(promoters, Responses - promoters - detractors, detractors);
    }

    /// <summary>The CSAT of a CSAT survey's answers.</summary>
    public CsatScore? Csat()
    {
        if (Responses == 0)
        {
            return null;
        }

        var scale = _counts.Length - 1;
        var satisfied = 0L;
        for (var score = 1; score <= scale; score++)
        {
            satisfied += CsatScore.IsSatisfied(score, scale) ? _counts[score] : 0;
        }

        return new CsatScore(satisfied, Responses);
    }

    /// <summary>The CES of a CES survey's answers.</summary>
    public CesScore? Ces() => Responses == 0 ? null : new CesScore(_counts.AsSpan(1));

    /// <summary>The mean of the answers.</summary>
    public MeanScore? Mean()
    {
        if (Responses == 0)
        {
            return null;
        }

        long sum = 0, sumOfSquares = 0;
        for (var score = 1; score < _counts.Length; score++)
        {
            sum += _counts[score] * score;
            sumOfSquares += _counts[score] * score * score;
        }

        return new MeanScore(Responses, sum, sumOfSquares);
    }

    private long Between(int fromScore, int toScore)
    {
        var answers = 0L;
        for (var score = fromScore; score <= toScore; score++)
        {
            answers += _counts[score];
        }

        return answers;
    }
}
