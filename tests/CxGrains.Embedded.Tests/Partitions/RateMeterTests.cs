using CxGrains.Domain.Index;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Tests.Partitions;

public class RateMeterTests
{
    private const long NowMs = 1_750_000_000_000;

    [Fact]
    public void The_rate_is_the_mean_of_the_last_ten_whole_seconds()
    {
        var meter = new RateMeter();
        meter.Add(20, NowMs);
        Assert.Equal(0, meter.PerSecond(NowMs));

        meter.Add(10, NowMs + 5_000);
        Assert.Equal(2, meter.PerSecond(NowMs + 1_000 + 3_999));
        Assert.Equal(3, meter.PerSecond(NowMs + 6_000));
        Assert.Equal(3, meter.PerSecond(NowMs + 10_999));
        Assert.Equal(1, meter.PerSecond(NowMs + 11_000));
        Assert.Equal(0, meter.PerSecond(NowMs + 16_000));
        Assert.Equal(0, meter.PerSecond(NowMs + 1_000_000));
    }

    [Fact]
    public void What_comes_a_little_late_counts_for_its_own_second()
    {
        var meter = new RateMeter();
        meter.Add(10, NowMs + 3_000);
        meter.Add(10, NowMs);

        Assert.Equal(2, meter.PerSecond(NowMs + 4_000));
        Assert.Equal(1, meter.PerSecond(NowMs + 11_000));
    }

    [Fact]
    public void What_was_received_long_ago_does_not_count()
    {
        var meter = new RateMeter();
        meter.Add(10, NowMs);
        meter.Add(1_000, NowMs - 60_000);

        Assert.Equal(1, meter.PerSecond(NowMs + 1_000));
    }
}
