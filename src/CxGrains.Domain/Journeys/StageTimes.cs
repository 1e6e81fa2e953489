namespace CxGrains.Domain.Journeys;

/// <summary>
/// Times in a stage, counted in buckets that each reach to the square root of 2 times the one before, from a minute up to beyond a
/// year. A quantile read from them is off by at most the width of its bucket.
/// </summary>
public sealed class StageTimes
{
    /// <summary>How many buckets there are; the last one takes all that is longer.</summary>
    public const int BucketsCount = 40;

    private const double FirstSeconds = 60;
    private const double BucketsADoubling = 2;

    private readonly long[] _counts;

    internal StageTimes(long[] counts)
    {
        _counts = counts;
        Count = counts.Sum();
    }

    /// <summary>Times counted.</summary>
    public long Count { get; }

    /// <summary>The bucket of a time.</summary>
    /// <param name="ms">Milliseconds, from 0.</param>
    public static int BucketOf(long ms)
    {
        var minutes = ms / 1000.0 / FirstSeconds;
        return minutes < 1 ? 0 : Math.Min(BucketsCount - 1, 1 + (int)(BucketsADoubling * Math.Log2(minutes)));
    }

    /// <summary>A quantile in seconds, taken within its bucket as if the logarithms lay evenly; null where nothing was counted.</summary>
    /// <param name="share">From 0, excluded, to 1.</param>
    public double? QuantileSeconds(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var rank = share * Count;
        var below = 0L;
        var bucket = 0;
        while (below + _counts[bucket] < rank)
        {
            below += _counts[bucket++];
        }

        var within = (rank - below) / _counts[bucket];
        return bucket == 0 ? FirstSeconds * within : FirstSeconds * Math.Pow(2, (bucket - 1 + within) / BucketsADoubling);
    }
}
