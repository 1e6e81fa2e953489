using System.Globalization;
using CxGrains.Domain.Reports;

namespace CxGrains.Domain.Tests.Reports;

public class ReportScheduleTests
{
    [Theory]
    [InlineData("2026-11-23T06:59:59.999Z", "2026-W47", "2026-11-16T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", "2026-W48", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-29T23:59:59Z", "2026-W48", "2026-11-23T07:00:00Z")]
    [InlineData("2027-01-03T12:00:00Z", "2026-W53", "2026-12-28T07:00:00Z")]
    [InlineData("2027-01-04T07:00:00Z", "2027-W01", "2027-01-04T07:00:00Z")]
    public void A_weekly_report_is_due_on_its_weekday_and_named_after_its_ISO_week(string now, string key, string due) =>
        AssertDue(Weekly(DayOfWeek.Monday, 8, "Europe/Berlin"), now, key, due);

    [Theory]
    [InlineData("2026-02-28T07:59:59Z", "2026-01", "2026-01-28T08:00:00Z")]
    [InlineData("2026-02-28T08:00:00Z", "2026-02", "2026-02-28T08:00:00Z")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12", "2026-12-28T08:00:00Z")]
    [InlineData("2027-01-01T00:00:00Z", "2026-12", "2026-12-28T08:00:00Z")]
    public void A_monthly_report_is_due_on_its_day_of_every_month(string now, string key, string due) =>
        AssertDue(Monthly(28, 8, "UTC"), now, key, due);

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-W12", "2026-03-22T01:00:00Z")]
    [InlineData("2026-03-29T01:00:00Z", "2026-W13", "2026-03-29T01:00:00Z")]
    public void An_hour_that_the_clocks_leave_out_is_due_when_they_have_left_it_out(string now, string key, string due) =>
        AssertDue(Weekly(DayOfWeek.Sunday, 2, "Europe/Berlin"), now, key, due);

    [Theory]
    [InlineData("2026-10-25T00:00:00Z")]
    [InlineData("2026-10-25T01:00:00Z")]
    [InlineData("2026-10-25T02:30:00Z")]
    public void Of_an_hour_that_comes_twice_the_first_counts(string now) =>
        AssertDue(Weekly(DayOfWeek.Sunday, 2, "Europe/Berlin"), now, "2026-W43", "2026-10-25T00:00:00Z");

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-11-22T10:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-11-23T11:00:00Z")]
    public void The_day_is_that_of_the_place_wherever_it_is(string zone, string due)
    {
        var schedule = Weekly(DayOfWeek.Monday, 0, zone);

        AssertDue(schedule, due, "2026-W48", due);
        Assert.Equal(Ms(due), schedule.NextDueMs(Ms(due) - 1));
    }

    [Fact]
    public void After_a_long_absence_the_latest_turn_is_due_and_no_other()
    {
        var schedule = Monthly(1, 6, "Asia/Bangkok");

        Assert.Equal(new ReportPeriod("2026-11", Ms("2026-10-31T23:00:00Z")), schedule.LatestDue(Ms("2026-11-22T00:00:00Z")));
    }

    [Fact]
    public void Over_years_each_turn_comes_once_and_in_order()
    {
        foreach (var schedule in (ReportSchedule[])[Weekly(DayOfWeek.Sunday, 2, "America/New_York"), Monthly(28, 23, "Australia/Lord_Howe"), Weekly(DayOfWeek.Saturday, 0, "Asia/Beirut")])
        {
            var (keys, atMs) = (new HashSet<string>(), Ms("2020-01-01T00:00:00Z"));
            while (atMs < Ms("2026-01-01T00:00:00Z"))
            {
                var nextMs = schedule.NextDueMs(atMs);
                Assert.InRange(nextMs, atMs + 1, atMs + (32 * TimeSpan.MillisecondsPerDay));
                var period = schedule.LatestDue(nextMs);
                Assert.Equal(nextMs, period.DueMs);
                Assert.True(keys.Add(period.Key), period.Key);
                Assert.NotEqual(period, schedule.LatestDue(nextMs - 1));
                atMs = nextMs;
            }

            Assert.Equal(schedule.Every == ReportCadence.Weekly ? 313 : 72, keys.Count, 1.0);
        }
    }

    private static void AssertDue(ReportSchedule schedule, string now, string key, string due)
    {
        Assert.Equal(new ReportPeriod(key, Ms(due)), schedule.LatestDue(Ms(now)));
        Assert.True(schedule.NextDueMs(Ms(now)) > Ms(now));
    }

    private static ReportSchedule Weekly(DayOfWeek weekday, int hour, string zone) => new() { Every = ReportCadence.Weekly, Weekday = weekday, Day = 1, Hour = hour, Zone = zone };

    private static ReportSchedule Monthly(int day, int hour, string zone) => new() { Every = ReportCadence.Monthly, Weekday = DayOfWeek.Monday, Day = day, Hour = hour, Zone = zone };

    private static long Ms(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
