using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class RhythmTests
{
    private const long DayMs = TimeSpan.MillisecondsPerDay;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, 10, 10)]
    [InlineData(4, 10, 10 / 3.0)]
    public void The_usual_gap_is_the_mean_between_active_days(int activeDays, int spanDays, double gapDays) =>
        Assert.Equal(gapDays, new Rhythm(activeDays, spanDays, 0).UsualGapDays);

    [Theory]
    [InlineData(10 * DayMs, 0)]
    [InlineData((25 * DayMs) / 2, 2.5)]
    [InlineData(9 * DayMs, 0)]
    public void Silence_counts_from_the_last_activity_and_is_never_negative(long atMs, double days) =>
        Assert.Equal(days, new Rhythm(1, 0, 10 * DayMs).SilenceDays(atMs));
}
