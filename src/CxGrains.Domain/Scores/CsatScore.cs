namespace CxGrains.Domain.Scores;

/// <summary>
/// Customer satisfaction: the percent of answers in the top two boxes of their scale, whatever that scale is.
/// Source of the measure: Morgan and Rego, "The value of different customer satisfaction and loyalty metrics in predicting
/// business performance", Marketing Science 25 (2006), 426-439.
/// </summary>
public readonly record struct CsatScore
{
    /// <summary>The score of counted answers.</summary>
    /// <param name="satisfied">Answers in the top two boxes, from 0 to <paramref name="responses"/>.</param>
    /// <param name="responses">All answers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public CsatScore(long satisfied, long responses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(responses, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(satisfied);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(satisfied, responses);
        Satisfied = satisfied;
        Responses = responses;
    }

    /// <summary>Answers in the top two boxes.</summary>
    public long Satisfied { get; }

    /// <summary>All answers, at least 1.</summary>
    public long Responses { get; }

    /// <summary>0 to 100 percent.</summary>
    public double Score => 100.0 * Satisfied / Responses;

    /// <summary>The 95 % interval of <see cref="Score"/>.</summary>
    public ProportionInterval Interval => new(Satisfied, Responses);

    /// <summary>
    /// Whether a score is in the top two boxes of its scale: on a scale of 5, 4 and 5 are. A scale of 2 (thumbs down, thumbs up) has
    /// no third box to leave out, so only its top box counts.
    /// </summary>
    /// <param name="score">From 1 to <paramref name="scale"/>.</param>
    /// <param name="scale">From <see cref="Limits.ScaleMin"/> to <see cref="Limits.ScaleMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Score or scale is outside its range.</exception>
    public static bool IsSatisfied(int score, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, Limits.ScaleMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Limits.ScaleMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(score, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, scale);
        return score >= Math.Max(2, scale - 1);
    }
}
