namespace CxGrains.Domain;

/// <summary>Instants as Unix milliseconds UTC, and UTC days as days since 1970-01-01.</summary>
public static class Instants
{
    /// <summary>The last instant the system speaks of: the end of the year 9998.</summary>
    public const long MaxMs = 253_370_764_799_999;

    /// <summary>The UTC day an instant falls on.</summary>
    public static int DayOf(long ms) => (int)Math.Floor(ms / (double)TimeSpan.MillisecondsPerDay);

    /// <summary>The first instant of a UTC day.</summary>
    public static long StartOfDayMs(int day) => day * TimeSpan.MillisecondsPerDay;

    /// <summary>The instant as a date and time in UTC.</summary>
    public static DateTimeOffset ToTime(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
