namespace CxGrains.Domain.Scores.Health;

/// <summary>How old something is. What lies ahead of an instant has no age.</summary>
internal static class Recency
{
    /// <summary>Days since, never below 0.</summary>
    public static double Days(long sinceMs, long atMs) => Math.Max(0, atMs - sinceMs) / (double)TimeSpan.MillisecondsPerDay;

    /// <summary>2^(-age / half-life), from 1 down to 0.</summary>
    public static double Decay(long sinceMs, double halfLifeDays, long atMs) => double.Exp2(-Days(sinceMs, atMs) / halfLifeDays);

    /// <summary>Whether it is there (its time is not 0) and not older than some days.</summary>
    public static bool IsWithin(long sinceMs, int days, long atMs) => sinceMs > 0 && Days(sinceMs, atMs) <= days;
}
