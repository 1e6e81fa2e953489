using System.Globalization;
using System.Text.Json;

namespace CxGrains.Web.Connectors.Sources;

/// <summary>How much came from one source, by the hour. Adding two gives what came to both; safe for use by one caller at a time.</summary>
internal sealed class SourceTally
{
    /// <summary>Hours that are kept: a week.</summary>
    public const int HoursMax = 7 * 24;

    private const long HourMs = 3_600_000;

    private readonly SortedDictionary<long, (long Good, long Bad)> _hours = [];

    /// <summary>When the last good event came, Unix milliseconds UTC; 0 for never.</summary>
    public long LastMs { get; private set; }

    /// <summary>When the last bad event came, Unix milliseconds UTC; 0 for never.</summary>
    public long LastBadMs { get; private set; }

    /// <summary>Counts events.</summary>
    public void Count(long atMs, long good, long bad)
    {
        LastMs = good > 0 ? Math.Max(LastMs, atMs) : LastMs;
        LastBadMs = bad > 0 ? Math.Max(LastBadMs, atMs) : LastBadMs;
        AddHour(atMs / HourMs, good, bad);
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(SourceTally other)
    {
        LastMs = Math.Max(LastMs, other.LastMs);
        LastBadMs = Math.Max(LastBadMs, other.LastBadMs);
        foreach (var (hour, (good, bad)) in other._hours)
        {
            AddHour(hour, good, bad);
        }
    }

    /// <summary>Good and bad events of the last hours, the one that runs included.</summary>
    public (long Good, long Bad) Of(long nowMs, int hours)
    {
        var from = (nowMs / HourMs) - hours + 1;
        var (good, bad) = (0L, 0L);
        foreach (var (_, counts) in _hours.Where(hour => hour.Key >= from))
        {
            (good, bad) = (good + counts.Good, bad + counts.Bad);
        }

        return (good, bad);
    }

    /// <summary>The tally as stored, the hours that are too old left out.</summary>
    public string ToJson(long nowMs)
    {
        var from = (nowMs / HourMs) - HoursMax + 1;
        var hours = _hours.Where(hour => hour.Key >= from).ToDictionary(hour => hour.Key.ToString(CultureInfo.InvariantCulture), hour => new[] { hour.Value.Good, hour.Value.Bad });
        return JsonSerializer.Serialize(new SourceTallyJson(LastMs, LastBadMs, hours), Json.WebJsonContext.Default.SourceTallyJson);
    }

    /// <summary>A tally as it was stored.</summary>
    public static SourceTally FromJson(string json)
    {
        var stored = JsonSerializer.Deserialize(json, Json.WebJsonContext.Default.SourceTallyJson)!;
        var tally = new SourceTally { LastMs = stored.LastMs, LastBadMs = stored.LastBadMs };
        foreach (var (hour, counts) in stored.Hours)
        {
            tally.AddHour(long.Parse(hour, CultureInfo.InvariantCulture), counts[0], counts[1]);
        }

        return tally;
    }

    private void AddHour(long hour, long good, long bad)
    {
        var (goodBefore, badBefore) = _hours.GetValueOrDefault(hour);
        _hours[hour] = (goodBefore + good, badBefore + bad);
    }
}
