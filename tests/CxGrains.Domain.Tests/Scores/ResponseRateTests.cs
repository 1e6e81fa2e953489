using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class ResponseRateTests
{
    [Theory]
    [InlineData(8, 2, 25.0)]
    [InlineData(8, 8, 100.0)]
    [InlineData(8, 0, 0.0)]
    [InlineData(0, 0, null)]
    [InlineData(8, 9, null)]
    public void The_rate_is_unknown_where_nothing_or_too_little_was_reported_sent(long sent, long responses, double? percent) =>
        Assert.Equal(percent, new ResponseRate(sent, responses).Percent);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void Impossible_counts_are_refused(long sent, long responses) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseRate(sent, responses));
}
