using CxGrains.LoadGenerator.Reporting;

namespace CxGrains.LoadGenerator.Live;

/// <summary>Delays from before an interaction was sent until a dashboard had it, in milliseconds.</summary>
/// <param name="Count">How many.</param>
/// <param name="P50Ms">Half of them took at most this.</param>
/// <param name="P95Ms">95 % of them took at most this.</param>
/// <param name="P99Ms">99 % of them took at most this.</param>
/// <param name="MaxMs">The longest.</param>
internal sealed record DelayFigures(int Count, double P50Ms, double P95Ms, double P99Ms, double MaxMs)
{
    /// <summary>The figures of some delays, at least one.</summary>
    public static DelayFigures Of(IReadOnlyList<double> delaysMs) => new(
        delaysMs.Count, Percentile.Median(delaysMs), Percentile.Of(delaysMs, 0.95), Percentile.Of(delaysMs, 0.99), delaysMs.Max());
}
