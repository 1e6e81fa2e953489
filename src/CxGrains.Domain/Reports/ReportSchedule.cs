using System.Globalization;

namespace CxGrains.Domain.Reports;

/// <summary>When a report is issued: at an hour of one day of the week, or of the month, as the clocks of a place show it.</summary>
public sealed record ReportSchedule
{
    /// <summary>Characters of a time zone's name.</summary>
    public const int ZoneCharsMax = 64;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>How often.</summary>
    public required ReportCadence Every { get; init; }

    /// <summary>On which day of the week; of a monthly report it means nothing.</summary>
    public required DayOfWeek Weekday { get; init; }

    /// <summary>On which day of the month, 1 to <see cref="ReportLimits.MonthDayMax"/>; of a weekly report it means nothing.</summary>
    public required int Day { get; init; }

    /// <summary>At which hour, local time, 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>The time zone as IANA names it, such as <c>Europe/Berlin</c>. Where a machine does not know it, UTC stands in: a report that was accepted must be readable everywhere.</summary>
    public required string Zone
    {
        get;
        init
        {
            field = value;
            _zone = TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) ? zone : TimeZoneInfo.Utc;
        }
    }

    /// <summary>The latest turn that is due. One that was missed is found by it for as long as no later one is due.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC; a turn is due from its very instant on.</param>
    public ReportPeriod LatestDue(long nowMs)
    {
        // The local date of tomorrow: wherever the clocks have just been moved, what is due lies before it.
        var day = LatestDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Instants.ToTime(nowMs), _zone).DateTime).AddDays(1));
        while (DueMs(day) > nowMs)
        {
            day = LatestDay(day.AddDays(-1));
        }

        return new ReportPeriod(KeyOf(day), DueMs(day));
    }

    /// <summary>When the next turn is due, Unix milliseconds UTC; always later than now.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public long NextDueMs(long nowMs)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Instants.ToTime(nowMs), _zone).DateTime);
        var day = LatestDay(today.AddDays(-1));
        while (DueMs(day) <= nowMs)
        {
            day = Every == ReportCadence.Weekly ? day.AddDays(7) : day.AddMonths(1);
        }

        return DueMs(day);
    }

    /// <summary>An instant as the clocks of the place show it.</summary>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public DateTimeOffset LocalTime(long atMs) => TimeZoneInfo.ConvertTime(Instants.ToTime(atMs), _zone);

    // The latest day of the schedule that is not after a day.
    private DateOnly LatestDay(DateOnly day)
    {
        if (Every == ReportCadence.Weekly)
        {
            return day.AddDays(-(((int)day.DayOfWeek - (int)Weekday + 7) % 7));
        }

        var inMonth = new DateOnly(day.Year, day.Month, Day);
        return inMonth <= day ? inMonth : inMonth.AddMonths(-1);
    }

    private long DueMs(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(Hour, 0));

        // An hour that the clocks leave out is over with it; of an hour that comes twice the first counts.
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }

    private string KeyOf(DateOnly day) => Every == ReportCadence.Weekly
        ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}")
        : day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
