using System.Text.Json;
using CxGrains.Domain.Reports;

namespace CxGrains.Domain.Tests.Reports;

public class ReportReaderTests
{
    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var report = Read("""{"page":{"kind":"overview"},"schedule":{"every":"monthly"}}""");

        Assert.Equal(("board", "board", ReportReader.MonthDays), (report.Id, report.Name, report.WindowDays));
        Assert.Equal((ReportCadence.Monthly, 1, 8, "UTC"), (report.Schedule.Every, report.Schedule.Day, report.Schedule.Hour, report.Schedule.Zone));
        Assert.Equal((ReportLanguage.En, false, true), (report.Language, report.IncludeCustomers, report.Enabled));
        Assert.Empty(report.Recipients);
        Assert.Equal(ReportReader.WeekDays, Read("""{"page":{"kind":"atRisk"},"schedule":{"every":"weekly"}}""").WindowDays);
    }

    [Theory]
    [InlineData("page", """{"schedule":{"every":"weekly"}}""")]
    [InlineData("schedule", """{"page":{"kind":"overview"}}""")]
    [InlineData("page.kind", """{"page":{"id":"nps"},"schedule":{"every":"weekly"}}""")]
    [InlineData("page.id", """{"page":{"kind":"survey"},"schedule":{"every":"weekly"}}""")]
    [InlineData("page.id", """{"page":{"kind":"atRisk","id":"nps"},"schedule":{"every":"weekly"}}""")]
    [InlineData("schedule.every", """{"page":{"kind":"overview"},"schedule":{"hour":3}}""")]
    [InlineData("schedule.hour", """{"page":{"kind":"overview"},"schedule":{"every":"weekly","hour":24}}""")]
    [InlineData("schedule.day", """{"page":{"kind":"overview"},"schedule":{"every":"monthly","day":29}}""")]
    [InlineData("schedule.day", """{"page":{"kind":"overview"},"schedule":{"every":"weekly","day":1}}""")]
    [InlineData("schedule.weekday", """{"page":{"kind":"overview"},"schedule":{"every":"monthly","weekday":"monday"}}""")]
    [InlineData("schedule.zone", """{"page":{"kind":"overview"},"schedule":{"every":"weekly","zone":"Europe/Atlantis"}}""")]
    [InlineData("windowDays", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"windowDays":366}""")]
    [InlineData("language", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"language":"de"}""")]
    [InlineData("recipients[1]", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"recipients":["a","a"]}""")]
    [InlineData("recipients", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"recipients":["1","2","3","4","5","6","7","8","9","10","11"]}""")]
    [InlineData("name", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"name":"two\nlines"}""")]
    [InlineData("colour", """{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"colour":"red"}""")]
    [InlineData("id", """{"id":"other","page":{"kind":"overview"},"schedule":{"every":"weekly"}}""")]
    public void A_fault_names_its_field(string field, string body) =>
        Assert.Equal(field, Assert.Throws<InvalidFieldException>(() => Read(body)).Field);

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void An_id_that_no_path_can_hold_is_refused(string id) =>
        Assert.Equal("id", Assert.Throws<InvalidFieldException>(() => ReportReader.Read(JsonElement.Parse("""{"page":{"kind":"overview"},"schedule":{"every":"weekly"}}"""), id)).Field);

    private static Report Read(string body) => ReportReader.Read(JsonElement.Parse(body), "board");
}
