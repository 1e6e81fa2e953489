using CxGrains.Domain.Reports;

namespace CxGrains.Web.Reports.Views;

/// <summary>When a report is issued.</summary>
/// <param name="Every">How often.</param>
/// <param name="Weekday">The day of the week; absent for a monthly report.</param>
/// <param name="Day">The day of the month; absent for a weekly report.</param>
/// <param name="Hour">The hour, local time.</param>
/// <param name="Zone">The time zone.</param>
internal sealed record ReportScheduleView(ReportCadence Every, DayOfWeek? Weekday, int? Day, int Hour, string Zone)
{
    /// <summary>The view of a schedule.</summary>
    public static ReportScheduleView Of(ReportSchedule schedule) => new(
        schedule.Every,
        schedule.Every == ReportCadence.Weekly ? schedule.Weekday : null,
        schedule.Every == ReportCadence.Monthly ? schedule.Day : null,
        schedule.Hour,
        schedule.Zone);
}
