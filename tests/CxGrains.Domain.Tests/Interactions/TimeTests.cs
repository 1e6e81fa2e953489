using System.Globalization;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class TimeTests
{
    [Theory]
    [InlineData("\"2026-07-01T10:00:00Z\"")]
    [InlineData("\"2026-07-01T10:00Z\"")]
    [InlineData("\"2026-07-01T10:00:00.000Z\"")]
    [InlineData("\"2026-07-01T10:00:00.0000000Z\"")]
    [InlineData("\"2026-07-01T12:00:00+02:00\"")]
    [InlineData("\"2026-07-01T12:00:00\\u002B02:00\"")]
    [InlineData("\"2026-07-01T05:30:00-04:30\"")]
    [InlineData("\"2026-07-01T10:00:00-00:00\"")]
    [InlineData("1782900000000")]
    public void An_instant_may_be_written_in_many_ways(string at) =>
        Assert.Equal(1_782_900_000_000, Accept(Visit($"\"at\":{at}")).AtMs);

    [Fact]
    public void Milliseconds_are_kept() =>
        Assert.Equal(1_782_900_000_123, Accept(Visit("\"at\":\"2026-07-01T10:00:00.1239Z\"")).AtMs);

    [Theory]
    [InlineData("2026-07-01T10:00:00")]
    [InlineData("2026-07-01")]
    [InlineData("2026\\u002D07-01T10:00:00")]
    public void A_time_without_an_offset_is_refused_and_says_so(string at) =>
        AssertError(Reject(Visit($"\"at\":\"{at}\"")), "at", "2026-07-01", "no offset");

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-07-01T25:00:00Z")]
    [InlineData("2026-07-01 10:00:00Z")]
    [InlineData("01/07/2026")]
    [InlineData("2026-07-01T10:00:00+99:00")]
    [InlineData("1782900000000")]
    [InlineData("\\ud800")]
    public void What_is_no_time_is_refused(string at) => AssertError(Reject(Visit($"\"at\":\"{at}\"")), "at", "ISO 8601");

    [Theory]
    [InlineData("1782900000000.5")]
    [InlineData("1e999")]
    [InlineData("99999999999999999999")]
    public void Milliseconds_are_a_whole_number(string at) => AssertError(Reject(Visit($"\"at\":{at}")), "at", at, "whole number of milliseconds");

    [Theory]
    [InlineData("true", "true")]
    [InlineData("{\"a\":1}", "an object")]
    [InlineData("[1]", "an array")]
    public void A_wrong_type_says_what_came(string at, string came) => AssertError(Reject(Visit($"\"at\":{at}")), "at", came, "Unix milliseconds");

    [Fact]
    public void The_earliest_time_is_the_start_of_1990()
    {
        Assert.Equal(631_152_000_000, Accept(Visit("\"at\":\"1990-01-01T00:00:00Z\"")).AtMs);
        Assert.Equal(631_152_000_000, Accept(Visit("\"at\":631152000000")).AtMs);

        AssertError(Reject(Visit("\"at\":\"1989-12-31T23:59:59.999Z\"")), "at", "1989-12-31", "1990");
        AssertError(Reject(Visit("\"at\":631151999999")), "at", "631151999999", "1989-12-31T23:59:59.999Z", "1990");
        AssertError(Reject(Visit("\"at\":\"0001-01-01T00:00:00Z\"")), "at", "1990");
        AssertError(Reject(Visit("\"at\":-9223372036854775808")), "at", "1990");
    }

    [Fact]
    public void Seconds_instead_of_milliseconds_are_recognised_in_the_error() =>
        AssertError(Reject(Visit("\"at\":1782900000")), "at", "1782900000", "1970-01-21", "not seconds");

    [Fact]
    public void The_latest_time_is_ten_minutes_ahead()
    {
        var latest = ReceivedMs + (Limits.FutureMinutesMax * 60_000L);
        Assert.Equal(latest, Accept(Visit($"\"at\":{latest}")).AtMs);
        Assert.Equal(latest, Accept(Visit("\"at\":\"2026-07-01T12:10:00Z\"")).AtMs);

        AssertError(Reject(Visit(string.Create(CultureInfo.InvariantCulture, $"\"at\":{latest + 1}"))), "at", "10 minutes", "2026-07-01T12:10:00.001Z", "2026-07-01T12:00:00.000Z");
        AssertError(Reject(Visit("\"at\":\"2026-07-01T12:10:00.001Z\"")), "at", "10 minutes");
        AssertError(Reject(Visit("\"at\":9223372036854775807")), "at", "9223372036854775807");
        AssertError(Reject(Visit("\"at\":\"9999-12-31T23:59:59Z\"")), "at", "10 minutes");
    }
}
