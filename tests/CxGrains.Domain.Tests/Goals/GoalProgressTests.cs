using CxGrains.Domain.Goals;

namespace CxGrains.Domain.Tests.Goals;

public class GoalProgressTests
{
    private static readonly Goal Up = new()
    {
        Id = "nps",
        Name = "nps",
        Metric = GoalMetric.Nps,
        Target = 40,
        From = new DateOnly(2026, 1, 1),
        By = new DateOnly(2026, 3, 11),
    };

    private static readonly long HalfMs = Up.FromMs + (35 * TimeSpan.MillisecondsPerDay);

    [Fact]
    public void The_line_runs_from_the_first_instant_to_the_last_of_the_day_it_is_due()
    {
        Assert.Equal(70, (Up.EndMs - Up.FromMs) / TimeSpan.MillisecondsPerDay);
        Assert.Equal(35, Of(34, 1, HalfMs).Expected);
        Assert.Equal(30, Of(34, 1, Up.FromMs - 1).Expected);
        Assert.Equal(40, Of(34, 1, Up.EndMs + 1).Expected);
    }

    [Fact]
    public void Progress_and_paces_are_those_of_the_line()
    {
        var progress = Of(34, 1, HalfMs);

        Assert.Equal(0.4, progress.Progress!.Value, 10);
        Assert.Equal(0.8, progress.PacePerWeek!.Value, 10);
        Assert.Equal(1.2, progress.NeededPerWeek!.Value, 10);
        Assert.Null(Of(34, 1, Up.FromMs).PacePerWeek);
        Assert.Equal(0.6, Of(34, 1, Up.FromMs - TimeSpan.MillisecondsPerDay).NeededPerWeek!.Value, 10);
        Assert.Null(Of(34, 1, Up.EndMs).NeededPerWeek);
    }

    [Theory]
    [InlineData(37, 1.9, OnTrack.Yes)]
    [InlineData(37, 2.1, OnTrack.Uncertain)]
    [InlineData(33, 2.1, OnTrack.Uncertain)]
    [InlineData(33, 1.9, OnTrack.No)]
    public void The_margin_decides_whether_it_is_on_track(double value, double margin, OnTrack onTrack) => Assert.Equal(onTrack, Of(value, margin, HalfMs).OnTrack);

    [Theory]
    [InlineData(13, 1.9, OnTrack.Yes)]
    [InlineData(13, 2.1, OnTrack.Uncertain)]
    [InlineData(17, 1.9, OnTrack.No)]
    public void Downwards_less_is_better(double value, double margin, OnTrack onTrack) =>
        Assert.Equal(onTrack, new GoalProgress(Up with { Target = 10 }, 20, new GoalReading(value, value - margin, value + margin), HalfMs).OnTrack);

    [Fact]
    public void An_unknown_margin_and_a_start_to_come_leave_it_open()
    {
        Assert.Equal(OnTrack.Uncertain, new GoalProgress(Up, 30, new GoalReading(39, null, null), HalfMs).OnTrack);
        Assert.Equal(OnTrack.Uncertain, Of(39, 1, Up.FromMs - 1).OnTrack);
        Assert.Equal(OnTrack.Yes, new GoalProgress(Up, 30, GoalReading.Exact(35), HalfMs).OnTrack);
        Assert.Equal(OnTrack.No, new GoalProgress(Up, 30, GoalReading.Exact(34.99), HalfMs).OnTrack);
    }

    private static GoalProgress Of(double value, double margin, long atMs) => new(Up, 30, new GoalReading(value, value - margin, value + margin), atMs);
}
