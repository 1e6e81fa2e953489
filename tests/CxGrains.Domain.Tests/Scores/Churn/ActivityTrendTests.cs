using CxGrains.Domain.Scores.Churn;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class ActivityTrendTests
{
    private const long DayMs = TimeSpan.MillisecondsPerDay;
    private const long NowMs = 1_700_000_000_000;

    [Fact]
    public void Without_activity_there_is_no_trend() => Assert.Equal(0, default(ActivityTrend).LogRatio);

    [Fact]
    public void A_first_activity_is_a_recent_one() => Assert.Equal(Math.Log(90.0 / 14), Of([0]).LogRatio, 12);

    [Fact]
    public void Counts_halve_with_their_half_life()
    {
        var trend = Of([180, 0]);

        Assert.Equal(1 + Math.Pow(2, -180.0 / 14), trend.Fast, 12);
        Assert.Equal(1.25, trend.Slow, 12);
    }

    [Fact]
    public void Steady_activity_has_no_trend() => Assert.InRange(Of(Enumerable.Range(0, 1000)).LogRatio, -0.03, 0.03);

    [Fact]
    public void Activity_that_falls_off_shows_below_zero() =>
        Assert.InRange(Of([0, .. Enumerable.Range(30, 300)]).LogRatio, double.NegativeInfinity, -0.5);

    [Fact]
    public void Activity_that_picks_up_shows_above_zero() =>
        Assert.InRange(Of([.. Enumerable.Range(0, 30), 200, 300]).LogRatio, 0.5, double.PositiveInfinity);

    [Fact]
    public void Order_does_not_matter() => Law.Holds(
        Gen.Choose(0, 500).ListOf(),
        days => AreAlike(Of(days), Of(Enumerable.Reverse(days))));

    [Fact]
    public void Merging_is_like_one_having_done_it_all() => Law.Holds(
        Gen.Choose(0, 500).ListOf().Two(),
        pair => AreAlike(Of(pair.Item1).Merge(Of(pair.Item2)), Of(pair.Item2.Concat(pair.Item1))));

    private static ActivityTrend Of(IEnumerable<int> daysAgo) =>
        daysAgo.Aggregate(default(ActivityTrend), (trend, days) => trend.With(NowMs - (days * DayMs)));

    private static bool AreAlike(ActivityTrend a, ActivityTrend b) =>
        a.ClockMs == b.ClockMs && Math.Abs(a.Fast - b.Fast) < 1e-9 && Math.Abs(a.Slow - b.Slow) < 1e-9;
}
