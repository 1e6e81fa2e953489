using CxGrains.Domain.Scores;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores;

public class ProportionIntervalTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 25.53, 36.62)]
    [InlineData(15, 148, 6.24, 16.05)]
    [InlineData(0, 20, 0, 16.11)]
    [InlineData(1, 29, 0.61, 17.18)]
    public void The_published_intervals_come_out(long hits, long total, double low, double high)
    {
        var interval = new ProportionInterval(hits, total);

        Assert.Equal(low, interval.Low, 2);
        Assert.Equal(high, interval.High, 2);
    }

    [Fact]
    public void The_interval_holds_the_share_and_stays_within_0_and_100() => Law.Holds(
        Gen.Choose(1, 5000).SelectMany(total => Gen.Choose(0, total), (total, hits) => (hits, total)),
        share =>
        {
            var interval = new ProportionInterval(share.hits, share.total);
            var percent = 100.0 * share.hits / share.total;
            return interval.Low >= 0 && interval.Low <= percent && percent <= interval.High && interval.High <= 100 && interval.Low < interval.High;
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Impossible_counts_are_refused(long hits, long total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProportionInterval(hits, total));
}
