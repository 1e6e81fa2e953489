using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

public class ActiveDaysTests
{
    private static readonly Gen<int[]> Days =
        from width in Gen.Elements(3, 64, 65, 400, 2000)
        from days in Gen.Choose(20_000, 20_000 + width).NonEmptyListOf()
        select days.ToArray();

    [Fact]
    public void The_window_of_bits_is_like_a_set_of_days() => Law.Holds(
        Days, days => Of(days).ToRhythm(5) == Model(days), runs: 1000);

    [Fact]
    public void Which_days_are_set_does_not_depend_on_order() => Law.Holds(
        from days in Days
        from shuffled in Gen.Shuffle(days)
        select (days, shuffled),
        given => Of(given.days).ToRhythm(5) == Of(given.shuffled).ToRhythm(5),
        runs: 1000);

    [Fact]
    public void The_window_ends_after_its_last_day()
    {
        Assert.Equal(new Rhythm(2, Limits.RhythmDaysMax - 1, 5), Of([1000, 1000 + Limits.RhythmDaysMax - 1]).ToRhythm(5));
        Assert.Equal(new Rhythm(1, 0, 5), Of([1000, 1000 + Limits.RhythmDaysMax]).ToRhythm(5));
    }

    [Fact]
    public void Without_activity_there_is_no_rhythm() => Assert.Equal(default, default(ActiveDays).ToRhythm(5));

    private static ActiveDays Of(int[] days)
    {
        var active = default(ActiveDays);
        foreach (var day in days)
        {
            active.Add(day);
        }

        return active;
    }

    private static Rhythm Model(int[] days)
    {
        var kept = days.Where(day => day > days.Max() - Limits.RhythmDaysMax).ToHashSet();
        return new Rhythm(kept.Count, kept.Max() - kept.Min(), 5);
    }
}
