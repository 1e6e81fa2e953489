namespace CxGrains.Domain.Scores;

/// <summary>
/// Customer Effort Score of 1 to 7 answers, 7 the easiest, by both published methods: their mean, and the percent that agree (5, 6, 7).
/// Source: Dixon, Toman and DeLisi, "The Effortless Experience" (2013), the version that asks for agreement with
/// "the company made it easy for me to handle my issue".
/// </summary>
public readonly record struct CesScore
{
    /// <summary>The top of the scale; answers start at 1.</summary>
    public const int Scale = 7;

    /// <summary>The lowest answer that agrees.</summary>
    public const int AgreeMin = 5;

    /// <summary>The highest answer that disagrees.</summary>
    public const int DisagreeMax = 3;

    /// <summary>The score of counted answers.</summary>
    /// <param name="counts">Answers of 1, of 2 and so on to <see cref="Scale"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there is no answer, or there are not <see cref="Scale"/> counts.</exception>
    public CesScore(ReadOnlySpan<long> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, Scale);
        long responses = 0, sum = 0, sumOfSquares = 0, agreeing = 0, disagreeing = 0;
        for (var score = 1; score <= Scale; score++)
        {
            var count = counts[score - 1];
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            responses += count;
            sum += count * score;
            sumOfSquares += count * score * score;
            agreeing += score >= AgreeMin ? count : 0;
            disagreeing += score <= DisagreeMax ? count : 0;
        }

        Mean = new MeanScore(responses, sum, sumOfSquares);
        Agreeing = agreeing;
        Disagreeing = disagreeing;
    }

    /// <summary>All answers, at least 1.</summary>
    public long Responses => Mean.Responses;

    /// <summary>The mean, 1 to 7, with its margin.</summary>
    public MeanScore Mean { get; }

    /// <summary>Answers of 5, 6 and 7.</summary>
    public long Agreeing { get; }

    /// <summary>Answers of 1, 2 and 3.</summary>
    public long Disagreeing { get; }

    /// <summary>The share that agrees, 0 to 100 percent.</summary>
    public double AgreePercent => 100.0 * Agreeing / Responses;

    /// <summary>The 95 % interval of <see cref="AgreePercent"/>.</summary>
    public ProportionInterval AgreeInterval => new(Agreeing, Responses);
}
