namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// Decides when a workspace's buyers are sampled, and when a sample is fitted to. Half a history looks like customers who all fell silent where
/// the import stands, so a fit waits until the sample has come to rest. Kept in memory by who fits, one a workspace; what it forgets in a
/// restart costs one sample.
/// </summary>
public sealed class BuyingWatch
{
    /// <summary>Seconds from one sample to the next.</summary>
    public const int SampleSecondsMin = 15;

    /// <summary>
    /// How many times as long as the last sample took is waited for the next, as each goes through all customers: sampling takes at most about
    /// a hundredth of the time, however many there are.
    /// </summary>
    public const int SampleTimesMin = 100;

    /// <summary>Minutes after which the next sample is taken however long the last one took.</summary>
    public const int SampleMinutesMax = 10;

    /// <summary>Samples after which is fitted though they have not come to rest, so that a busy workspace has a model as well.</summary>
    public const int UnrestSamplesMax = 10;

    // A sample is at rest that has changed by no more than one part in so many.
    private const int RestShare = 100;

    private long _dueMs;
    private (long Purchases, int LastDay)? _before;
    private int _unrestSamples;

    /// <summary>Whether to take a sample now; ask before each, as it counts as begun.</summary>
    /// <param name="known">The last fit; null for none.</param>
    /// <param name="nowMs">The instant, Unix milliseconds UTC.</param>
    public bool TryBegin(BuyingModel? known, long nowMs)
    {
        if (nowMs < _dueMs || known is { IsProvisional: false } && nowMs - known.FittedAtMs < BuyingModel.RefitMinutesMin * TimeSpan.MillisecondsPerMinute)
        {
            return false;
        }

        _dueMs = nowMs + (SampleSecondsMin * TimeSpan.MillisecondsPerSecond);
        return true;
    }

    /// <summary>The fit to make of a sample, which takes seconds; null where it is not time for one.</summary>
    /// <param name="known">The last fit; null for none.</param>
    /// <param name="sample">Who there is to fit to.</param>
    /// <param name="beganMs">When the sample was begun, Unix milliseconds UTC; the fit is as of then.</param>
    /// <param name="endedMs">When it was there.</param>
    public Func<BuyingModel>? Take(BuyingModel? known, BuyingSample sample, long beganMs, long endedMs)
    {
        ArgumentNullException.ThrowIfNull(sample);
        _dueMs = endedMs + Math.Clamp(
            SampleTimesMin * (endedMs - beganMs), SampleSecondsMin * TimeSpan.MillisecondsPerSecond, SampleMinutesMax * TimeSpan.MillisecondsPerMinute);
        var (purchases, lastDay) = (sample.PurchasesCount, sample.LastDay);
        var isAtRest = _before is { } before && before.LastDay == lastDay && Math.Abs(purchases - before.Purchases) * RestShare <= before.Purchases;
        _before = (purchases, lastDay);
        _unrestSamples = isAtRest ? 0 : _unrestSamples + 1;
        var isWanted = known is null
            ? sample.Buyers.Count >= BgNbdFitter.CustomersMin
            : (known.IsProvisional && isAtRest) || known.IsOutgrownBy(sample, beganMs);
        if (!isWanted || !(isAtRest || _unrestSamples >= UnrestSamplesMax))
        {
            return null;
        }

        _unrestSamples = 0;
        return () => BuyingModel.Fit(sample, beganMs) with { IsProvisional = !isAtRest };
    }
}
