namespace CxGrains.Domain.Scores;

/// <summary>
/// The 95 % Wilson score interval of a share, in percent. It stays within 0 to 100 and has a width even where all answers agree.
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209-212.
/// </summary>
public readonly record struct ProportionInterval
{
    /// <summary>The interval of a counted share.</summary>
    /// <param name="hits">From 0 to <paramref name="total"/>.</param>
    /// <param name="total">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public ProportionInterval(long hits, long total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, total);
        var share = (double)hits / total;
        var spread = Normal.Z95 * Normal.Z95 / total;
        var centre = (share + (spread / 2)) / (1 + spread);
        var half = Math.Sqrt((share * (1 - share) * spread) + (spread * spread / 4)) / (1 + spread);

        // At the ends the formula gives exactly 0 and 1; only rounding would say otherwise.
        Low = hits == 0 ? 0 : 100 * (centre - half);
        High = hits == total ? 100 : 100 * (centre + half);
    }

    /// <summary>The lower end, 0 to 100 percent.</summary>
    public double Low { get; }

    /// <summary>The upper end, 0 to 100 percent.</summary>
    public double High { get; }
}
