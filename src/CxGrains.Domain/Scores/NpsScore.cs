namespace CxGrains.Domain.Scores;

/// <summary>
/// Net Promoter Score: the share of promoters (9, 10) less the share of detractors (0 to 6), in points from -100 to 100.
/// Its standard error is 100 * sqrt((p + d - (p - d)^2) / n), the standard error of the mean of +1, 0, -1
/// (Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70, 2016); the margin is 1.96 of it.
/// </summary>
public readonly record struct NpsScore
{
    /// <summary>The lowest answer of a promoter.</summary>
    public const int PromoterMin = 9;

    /// <summary>The highest answer of a detractor.</summary>
    public const int DetractorMax = 6;

    /// <summary>The score of counted answers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there is no answer.</exception>
    public NpsScore(long promoters, long passives, long detractors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        ArgumentOutOfRangeException.ThrowIfZero(promoters + passives + detractors);
        Promoters = promoters;
        Passives = passives;
        Detractors = detractors;
    }

    /// <summary>Answers of 9 and 10.</summary>
    public long Promoters { get; }

    /// <summary>Answers of 7 and 8.</summary>
    public long Passives { get; }

    /// <summary>Answers of 0 to 6.</summary>
    public long Detractors { get; }

    /// <summary>All answers, at least 1.</summary>
    public long Responses => Promoters + Passives + Detractors;

    /// <summary>-100 to 100 points.</summary>
    public double Score => 100.0 * (Promoters - Detractors) / Responses;

    /// <summary>Standard error in points.</summary>
    public double StandardError
    {
        get
        {
            var promoters = (double)Promoters / Responses;
            var detractors = (double)Detractors / Responses;
            return 100 * Math.Sqrt((promoters + detractors - Math.Pow(promoters - detractors, 2)) / Responses);
        }
    }

    /// <summary>Half the width of the 95 % interval, in points.</summary>
    public double MarginOfError => Normal.Z95 * StandardError;
}
