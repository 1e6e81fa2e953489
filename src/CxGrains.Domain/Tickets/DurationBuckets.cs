namespace CxGrains.Domain.Tickets;

/// <summary>
/// Buckets of durations whose bounds grow by a tenth each, from a minute to a year. A percentile read from them is off by at most
/// <see cref="RelativeErrorMax"/> of itself (Masson, Rim and Lee, DDSketch, 2019, section 2), and by half a minute below a minute.
/// </summary>
public static class DurationBuckets
{
    /// <summary>How many there are: one below a minute, and one above a year.</summary>
    public const int Count = 141;

    /// <summary>The largest relative error of a bucket's middle: the root of 1.1, less 1, rounded up.</summary>
    public const double RelativeErrorMax = 0.05;

    private const double Growth = 1.1;
    private const double MsPerMinute = TimeSpan.MillisecondsPerMinute;

    // Made by multiplication alone, which every machine does alike; a logarithm may differ in its last bit.
    private static readonly double[] LowerMs = MakeLowerMs();

    /// <summary>The bucket of a duration; what is below 0 counts as 0.</summary>
    public static int Of(long durationMs)
    {
        var index = Array.BinarySearch(LowerMs, durationMs);
        return index >= 0 ? index : Math.Max(0, ~index - 1);
    }

    /// <summary>The duration a bucket stands for, in minutes: its geometric middle; the last bucket's lower bound.</summary>
    public static double Minutes(int bucket) => bucket switch
    {
        0 => 0.5,
        Count - 1 => LowerMs[bucket] / MsPerMinute,
        _ => LowerMs[bucket] * Math.Sqrt(Growth) / MsPerMinute,
    };

    /// <summary>A percentile in minutes: the middle of the bucket that holds the nearest rank.</summary>
    /// <param name="counts">Durations by bucket.</param>
    /// <param name="percent">Above 0, up to 100.</param>
    /// <returns>Null where there are no durations.</returns>
    public static double? Percentile(ReadOnlySpan<long> counts, double percent)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        var rank = (long)Math.Ceiling(total * percent / 100);
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            rank -= counts[bucket];
            if (rank <= 0 && total > 0)
            {
                return Minutes(bucket);
            }
        }

        return null;
    }

    private static double[] MakeLowerMs()
    {
        var lower = new double[Count];
        lower[1] = MsPerMinute;
        for (var bucket = 2; bucket < Count; bucket++)
        {
            lower[bucket] = lower[bucket - 1] * Growth;
        }

        return lower;
    }
}
