using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Drawing;

namespace CxGrains.Web.Tests.Reports;

public class ReportNumbersTests
{
    private static readonly ReportNumbers English = new(ReportWords.Of(ReportLanguage.En));

    [Fact]
    public void Numbers_are_written_as_people_read_them()
    {
        Assert.Equal(["1,284", "0", "−1,000"], new[] { 1_284L, 0, -1_000 }.Select(English.Count));
        Assert.Equal(["+4.1", "−0.3", "0.0", "0.0"], new[] { 4.05, -0.3, 0.04, -0.04 }.Select(value => English.Signed(value, 1)));
        Assert.Equal(["12%", "0.0%", "33.3%"], [English.Percent(12.4), English.ShareOf(1, 0), English.ShareOf(1, 3)]);
        Assert.Equal(["1 min", "119 min", "2.0 h", "71.9 h", "3.0 d"], new[] { 1.2, 119, 120, 71.9 * 60, 72 * 60 }.Select(English.Duration));
    }

    [Theory]
    [InlineData(ReportLanguage.En, "29 Feb 2028, 23:05")]
    [InlineData(ReportLanguage.Ar, "29 فبراير 2028، 23:05")]
    [InlineData(ReportLanguage.Th, "29 ก.พ. 2571 23:05")]
    public void Dates_are_of_the_calendar_that_the_language_goes_by(ReportLanguage language, string expected) =>
        Assert.Equal(expected, new ReportNumbers(ReportWords.Of(language)).DateTime(new DateTimeOffset(2028, 2, 29, 23, 5, 0, TimeSpan.FromHours(7))));
}
