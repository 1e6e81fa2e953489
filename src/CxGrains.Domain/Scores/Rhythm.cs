namespace CxGrains.Domain.Scores;

/// <summary>How often a customer is active, measured over the <see cref="Limits.RhythmDaysMax"/> days up to its last activity.</summary>
/// <param name="ActiveDays">UTC days with activity; 0 where there was none.</param>
/// <param name="SpanDays">Days from the first to the last of them.</param>
/// <param name="LastActiveMs">The last activity, Unix milliseconds UTC.</param>
public readonly record struct Rhythm(int ActiveDays, int SpanDays, long LastActiveMs)
{
    /// <summary>Mean days between active days; 0 where fewer than two are known.</summary>
    public double UsualGapDays => ActiveDays < 2 ? 0 : (double)SpanDays / (ActiveDays - 1);

    /// <summary>Days of silence at an instant, never below 0.</summary>
    public double SilenceDays(long atMs) => Math.Max(0, atMs - LastActiveMs) / (double)TimeSpan.MillisecondsPerDay;
}
