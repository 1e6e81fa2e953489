using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Segments;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

/// <summary>A customer seen on one day only turns medium after 50 days of silence and high after 250: ln(1/4) + ln(1 + s/30).</summary>
public class SettlementTests
{
    private const long MediumMs = NoonMs + (50 * DayMs);
    private const long HighMs = NoonMs + (250 * DayMs);
    private const long HourMs = 3_600_000;

    [Fact]
    public void The_band_changes_at_the_very_millisecond_it_is_due()
    {
        var story = Seen();
        var dueMs = ChurnRisk.ReachesMs(story.Customer.Rhythm, ChurnRisk.MediumMin);
        Assert.InRange(dueMs, MediumMs - 1, MediumMs + 1);

        // Learning asks about the customer meanwhile.
        story.IsDue(dueMs - (10 * 60_000));
        Assert.InRange(story.Customer.NextDueMs, dueMs - (5 * 60_000), dueMs);

        story.IsDue(dueMs - 1);
        Assert.Equal(dueMs, story.Customer.NextDueMs);
        Assert.Equal(RiskBand.Low, story.Customer.Band);

        story.IsDue(dueMs);
        Assert.Equal(RiskBand.Medium, story.Customer.Band);
        Assert.Equal(dueMs, story.Customer.BandSinceMs);
    }

    [Fact]
    public void What_was_due_is_settled_at_its_due_time_before_a_later_record_is_folded()
    {
        var story = Seen().Happens(Line("b", "visit", HighMs + (9 * DayMs)), HighMs + (9 * DayMs));

        var changes = story.Customer.BandChanges.Select(change => (change.To, change.AtMs)).ToArray();
        Assert.Equal([RiskBand.Medium, RiskBand.High, RiskBand.Low], changes.Select(change => change.To));
        Assert.InRange(changes[0].AtMs, MediumMs - 1, MediumMs + 1);
        Assert.InRange(changes[1].AtMs, HighMs - 1, HighMs + 1);
        Assert.Equal(HighMs + (9 * DayMs), changes[2].AtMs);
        Assert.Empty(story.Raised);
    }

    [Fact]
    public void A_silence_that_crosses_the_line_raises_one_alert_with_the_time_of_its_cause()
    {
        var story = Seen().IsDue(HighMs + HourMs - 10).IsDue(HighMs + HourMs).Happens(Line("b", "email_sent", HighMs), HighMs + HourMs);

        var alert = Assert.Single(story.Raised);
        Assert.InRange(alert.AtMs, HighMs - 1, HighMs + 1);
        Assert.Equal(story.Customer.BandSinceMs, alert.AtMs);
        Assert.Equal($"{Alert.ChurnHigh}:ada:{alert.AtMs}", alert.Id);
        Assert.Equal(ChurnRisk.HighMin, alert.Probability!.Value, 6);
        Assert.False(story.Customer.AlreadySo);
    }

    [Fact]
    public void A_cause_is_news_for_one_hour_and_not_a_millisecond_longer()
    {
        var causeMs = ChurnRisk.ReachesMs(Seen().Customer.Rhythm, ChurnRisk.HighMin);

        Assert.Single(Seen().IsDue(causeMs + HourMs).Raised);
        var late = Seen().IsDue(causeMs + HourMs + 1);
        Assert.Empty(late.Raised);
        Assert.True(late.Customer.AlreadySo);
        Assert.Equal(RiskBand.High, late.Customer.Band);
    }

    [Fact]
    public void An_import_that_reveals_a_high_risk_raises_nothing_however_fresh_its_cause()
    {
        var causeMs = ChurnRisk.ReachesMs(Seen().Customer.Rhythm, ChurnRisk.HighMin);
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs), causeMs + 1, isImport: true);

        Assert.Equal(RiskBand.High, story.Customer.Band);
        Assert.True(story.Customer.AlreadySo);
        Assert.Empty(story.Raised);
        Assert.True(Assert.Single(story.Customer.BandChanges).AlreadySo);
    }

    [Fact]
    public void A_silence_that_a_redefinition_comes_upon_first_is_news_all_the_same()
    {
        var causeMs = ChurnRisk.ReachesMs(Seen().Customer.Rhythm, ChurnRisk.HighMin);
        var story = Seen().IsRedefined(causeMs + 1);

        Assert.False(story.Customer.AlreadySo);
        Assert.Equal(causeMs, Assert.Single(story.Raised).AtMs);
    }

    [Fact]
    public void A_customer_that_returns_has_recovered()
    {
        var story = Seen().IsDue(HighMs + 10).Happens(Line("b", "visit", HighMs + 20), HighMs + 20);

        Assert.Equal(1, story.Recoveries);
        Assert.Equal(RiskBand.Low, story.Customer.Band);
        Assert.False(story.Customer.AlreadySo);
    }

    [Fact]
    public void A_customer_that_was_lost_and_returns_within_one_record_is_no_news()
    {
        var story = Seen().Happens(Line("b", "visit", HighMs + 20), HighMs + 20);

        Assert.Empty(story.Raised);
        Assert.Equal(RiskBand.Low, story.Customer.Band);
    }

    [Fact]
    public void Nothing_is_due_any_more_at_high_risk()
    {
        Assert.Equal(long.MaxValue, Seen().IsDue(HighMs + 10).Customer.NextDueMs);
    }

    [Fact]
    public void A_customer_joins_a_segment_by_silence_at_the_due_time()
    {
        var silent = new SegmentDefinition { Id = "silent", Name = "silent", Slot = 3, Rule = Rule.Of(Rule.Leaf("lastSeenDays", "ge", "10")) };
        var story = new CustomerStory(silent).Happens(Line("a", "visit", NoonMs));

        Assert.Equal(NoonMs + (10 * DayMs), story.Customer.NextDueMs);
        Assert.Equal(0UL, story.IsDue(NoonMs + (10 * DayMs) - 1).Customer.Membership);
        Assert.Equal(1UL << 3, story.IsDue(NoonMs + (10 * DayMs)).Customer.Membership);
        Assert.Equal((0UL, 1UL << 3), (story.Announcement.MembershipBefore, story.Announcement.MembershipAfter));
    }

    [Fact]
    public void Only_the_latest_changes_of_band_are_kept()
    {
        var story = new CustomerStory();
        for (var i = 0; i < Limits.BandChangesMax; i++)
        {
            var nowMs = NoonMs + (i * 5000 * DayMs);
            story.Happens(Line($"i{i}", "visit", nowMs), nowMs);
        }

        Assert.Equal(Limits.BandChangesMax, story.Customer.BandChanges.Count());
        Assert.Equal(RiskBand.Low, story.Customer.BandChanges.Last().To);
    }

    private static CustomerStory Seen() => new CustomerStory().Happens(Line("a", "visit", NoonMs));
}
