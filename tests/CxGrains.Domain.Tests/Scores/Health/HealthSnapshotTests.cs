using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Health;

public class HealthSnapshotTests
{
    // 2025-06-15 is a Sunday: the next week begins twelve hours later.
    private const long MondayMs = NoonMs + (DayMs / 2);

    [Fact]
    public void A_week_begins_on_Monday()
    {
        var week = HealthSnapshot.WeekOf(MondayMs);

        Assert.Equal(MondayMs, HealthSnapshot.StartMs(week));
        Assert.Equal(week - 1, HealthSnapshot.WeekOf(MondayMs - 1));
        Assert.Equal(week, HealthSnapshot.WeekOf(MondayMs + (7 * DayMs) - 1));
        Assert.Equal(0, HealthSnapshot.WeekOf(0));
    }

    [Fact]
    public void Asked_before_or_after_the_weeks_first_record_the_weeks_start_is_the_same() => Law.Holds(
        from lines in AnyLines.Of
        from later in AnyLines.Of
        from hours in Gen.Choose(0, (7 * 24) - 1)
        from weeks in Gen.Choose(0, 60)
        select (lines, later, atMs: MondayMs + (((weeks * 7L * 24) + hours) * 3_600_000)),
        given =>
        {
            var story = Of(given.lines);
            var before = HealthSnapshot.Of(story.Customer, given.atMs);
            foreach (var line in given.later)
            {
                story.Happens(line.Replace("\"i", "\"later", StringComparison.Ordinal), given.atMs);
            }

            return before == HealthSnapshot.Of(story.Customer, given.atMs) && (given.later.Length == 0 || story.Customer.Health == before);
        });

    [Fact]
    public void Of_a_customer_that_is_new_this_week_there_is_no_change()
    {
        var story = Of([Line("i1", "visit", NoonMs - DayMs), Line("i2", "visit", NoonMs), Line("i3", "purchase", NoonMs, "\"value\":5")]);

        var now = HealthScore.Of(story.Customer, new HealthWeights(), NoonMs);
        Assert.NotNull(now.Score);
        Assert.Null(now.Change);
        Assert.NotNull(HealthScore.Of(story.Customer, new HealthWeights(), MondayMs + DayMs).Change);
    }

    [Fact]
    public void A_repeat_and_a_due_record_begin_no_week()
    {
        var line = Line("i1", "visit", NoonMs - DayMs);
        var story = Of([line]);
        var week = story.Customer.Health.Week;

        story.Happens(line, MondayMs + DayMs).IsDue(MondayMs + (300 * DayMs));

        Assert.Equal(week, story.Customer.Health.Week);
    }

    [Fact]
    public void What_arrives_late_does_not_change_what_was_known_at_the_weeks_start()
    {
        var story = Of([Line("i1", "visit", NoonMs - (2 * DayMs)), Line("i2", "visit", NoonMs - DayMs)]);
        var known = HealthSnapshot.Of(story.Customer, MondayMs + DayMs);

        story.Happens(Line("late", "complaint", NoonMs), MondayMs + DayMs);

        Assert.Equal(known, story.Customer.Health);
        Assert.True(HealthScore.Of(story.Customer, new HealthWeights(), MondayMs + DayMs).Parts[(int)HealthMeasure.Support].Change < 0);
    }
}
