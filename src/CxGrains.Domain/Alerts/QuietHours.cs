using System.Text.Json.Serialization;

namespace CxGrains.Domain.Alerts;

/// <summary>Hours of the day in which nobody is told. What is raised in them shows at once, and goes out when they end.</summary>
public sealed record QuietHours
{
    /// <summary>Characters of a time zone's name.</summary>
    public const int ZoneCharsMax = 64;

    /// <summary>Characters of a time of day, such as <c>22:00</c>.</summary>
    public const int TimeCharsMax = 5;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>When they begin, local time, to the minute; included.</summary>
    [JsonConverter(typeof(TimeOfDayConverter))]
    public required TimeOnly From { get; init; }

    /// <summary>When they end, local time, to the minute; not included. Before <see cref="From"/> it is the next day's.</summary>
    [JsonConverter(typeof(TimeOfDayConverter))]
    public required TimeOnly To { get; init; }

    /// <summary>The time zone as IANA names it, such as <c>Europe/Berlin</c>. Where a machine does not know it, UTC stands in: a rule that was accepted must be readable everywhere.</summary>
    public required string Zone
    {
        get;
        init
        {
            field = value;
            _zone = TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) ? zone : TimeZoneInfo.Utc;
        }
    }

    /// <summary>Whether alerts of severity critical go out all the same.</summary>
    public bool CriticalPasses { get; init; }

    /// <summary>Whether alerts of a severity are held.</summary>
    /// <param name="severity">The severity.</param>
    public bool Hold(AlertSeverity severity) => !(CriticalPasses && severity == AlertSeverity.Critical);

    /// <summary>When the quiet hours that an instant lies in end, Unix milliseconds UTC; 0 where it lies in none.</summary>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public long EndMs(long atMs)
    {
        var local = TimeZoneInfo.ConvertTime(Instants.ToTime(atMs), _zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        var isQuiet = From < To ? time >= From && time < To : time >= From || time < To;
        if (!isQuiet)
        {
            return 0;
        }

        var day = DateOnly.FromDateTime(local);
        var end = (time < To ? day : day.AddDays(1)).ToDateTime(To);

        // An hour that the clocks leave out is over with it.
        while (_zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(1);
        }

        return new DateTimeOffset(end, _zone.GetUtcOffset(end)).ToUnixTimeMilliseconds();
    }
}
