namespace CxGrains.LoadGenerator.Reporting;

/// <summary>Percentiles by the nearest rank: always a value that was measured, never one between two.</summary>
internal static class Percentile
{
    /// <summary>The smallest value that at least a share of all values does not exceed.</summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">Above 0, up to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or the share is outside its range.</exception>
    public static double Of(IReadOnlyCollection<double> values, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <summary>The median; of an even number of values the lower one of the two in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> values) => Of(values, 0.5);
}
