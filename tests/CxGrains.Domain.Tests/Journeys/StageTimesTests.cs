using CxGrains.Domain.Journeys;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Journeys;

public class StageTimesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(59_999, 0)]
    [InlineData(60_000, 1)]
    [InlineData(84_000, 1)]
    [InlineData(85_000, 2)]
    [InlineData(120_000, 3)]
    [InlineData(365L * 86_400_000, 39)]
    [InlineData(long.MaxValue, 39)]
    public void A_time_has_its_bucket(long ms, int bucket) => Assert.Equal(bucket, StageTimes.BucketOf(ms));

    [Fact]
    public void A_quantile_is_within_its_bucket() => Law.Holds(Gen.Choose(1, 365 * 24).ArrayOf().Where(hours => hours.Length > 0), hours =>
    {
        var counts = new long[StageTimes.BucketsCount];
        foreach (var hour in hours)
        {
            counts[StageTimes.BucketOf(hour * 3_600_000L)]++;
        }

        var exact = hours.Order().ElementAt((int)Math.Ceiling(hours.Length * 0.9) - 1) * 3600.0;
        var told = new StageTimes(counts).QuantileSeconds(0.9)!.Value;
        return told / exact is > 0.707 and < 1.415;
    });

    [Fact]
    public void Without_times_there_is_no_quantile() => Assert.Null(new StageTimes(new long[StageTimes.BucketsCount]).QuantileSeconds(0.5));
}
