using CxGrains.Abstractions.Views;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Segments;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Tests.Tickets;

public class SlaTests
{
    private const long HourMs = 60 * Desk.MinuteMs;

    private static readonly SegmentDefinition Vip = new() { Id = "vip", Name = "vip", Slot = 0, Rule = Rule.Of(Rule.Leaf("trait.vip", "eq", "true")) };

    [Fact]
    public void A_first_reply_is_missed_at_the_very_millisecond_it_is_due_with_no_event()
    {
        var desk = new Desk(Desk.Within(60, 600)).Opened("T-1", 0);
        Assert.Equal(Desk.NoonMs + HourMs, desk.Story.Customer.NextDueMs);

        desk.IsDue(Desk.NoonMs + HourMs - 1);
        Assert.Empty(desk.Announced);

        desk.IsDue(Desk.NoonMs + HourMs);
        Assert.Equal([TicketMeasure.FirstReplyBreached, TicketMeasure.Overdue], desk.Announced.Select(counted => counted.Measure));
        Assert.Equal(new OpenTicketsView(1, 1, 0, 1), desk.Tickets.Open);
        Assert.Equal(1, desk.Tickets.FirstReply.Breaches);
        Assert.Equal(Desk.NoonMs + (10 * HourMs), desk.Story.Customer.NextDueMs);

        desk.IsDue(Desk.NoonMs + HourMs + 1);
        Assert.Empty(desk.Announced);
    }

    [Fact]
    public void A_breach_belongs_to_the_day_it_was_due_however_late_it_is_learned()
    {
        var desk = new Desk(Desk.Within(60)).Opened("T-1", 0).IsDue(Desk.NoonMs + (900 * HourMs));

        Assert.Equal(Instants.DayOf(Desk.NoonMs), desk.Announced.First(counted => counted.Measure == TicketMeasure.FirstReplyBreached).Day);
    }

    [Theory]
    [InlineData(59.999, 100)]
    [InlineData(60, 0)]
    public void A_reply_is_in_time_before_it_is_due(double atMinutes, double percent)
    {
        var reply = new Desk(Desk.Within(60)).Opened("T-1", 0).Replied("T-1", atMinutes).Tickets.FirstReply;

        Assert.Equal((percent, 1), (reply.WithinTarget.Percent, reply.WithinTarget.Of));
    }

    [Fact]
    public void A_late_event_that_shows_the_reply_came_in_time_takes_the_breach_back()
    {
        var desk = new Desk(Desk.Within(60)).Opened("T-1", 0).IsDue(Desk.NoonMs + HourMs).Replied("T-1", 30, nowMinutes: 90);

        Assert.Equal((0, 1), (desk.Tickets.FirstReply.Breaches, desk.Tickets.FirstReply.WithinTarget.Count));
        Assert.Equal(new OpenTicketsView(1, 0, 1, 0), desk.Tickets.Open);
        Assert.Equal(long.MaxValue, desk.Story.Customer.Tickets!.NextDueMs);
    }

    [Fact]
    public void A_breach_stays_when_the_reply_comes_too_late()
    {
        var desk = new Desk(Desk.Within(60)).Opened("T-1", 0).Replied("T-1", 90);

        Assert.Equal((1, 0.0), (desk.Tickets.FirstReply.Breaches, desk.Tickets.FirstReply.WithinTarget.Percent));
        Assert.Equal(0, desk.Tickets.Open.Overdue);
        TicketTests.AssertAbout(90, desk.Tickets.FirstReply.P50Minutes);
    }

    [Fact]
    public void An_old_ticket_that_is_imported_is_judged_by_its_own_times()
    {
        var desk = new Desk(Desk.Within(60, 120)).Opened("T-1", -9000, nowMinutes: 0).Replied("T-1", -8950, nowMinutes: 0).Resolved("T-1", -8000, nowMinutes: 0);

        Assert.Equal((100.0, 0.0), (desk.Tickets.FirstReply.WithinTarget.Percent, desk.Tickets.Resolution.WithinTarget.Percent));
        Assert.Equal((0, 1), (desk.Tickets.FirstReply.Breaches, desk.Tickets.Resolution.Breaches));
    }

    [Fact]
    public void A_ticket_opened_again_past_its_target_is_overdue_at_once()
    {
        var desk = new Desk(Desk.Within(null, 60)).Opened("T-1", 0).Resolved("T-1", 30).Opened("T-1", 90);

        Assert.Equal((1, 1), (desk.Tickets.Resolution.Breaches, desk.Tickets.Open.Overdue));
    }

    [Fact]
    public void A_tighter_target_holds_for_open_tickets_at_once_and_a_looser_one_takes_nothing_back()
    {
        var desk = new Desk(Desk.Within(600)).Opened("T-1", 0).Decide(Desk.Within(60)).IsDue(Desk.NoonMs + (2 * HourMs));
        Assert.Equal(1, desk.Tickets.FirstReply.Breaches);

        desk.Decide(Desk.Within(600)).IsDue(Desk.NoonMs + (3 * HourMs));
        Assert.Equal((1, 1), (desk.Tickets.FirstReply.Breaches, desk.Tickets.Open.Overdue));
    }

    [Fact]
    public void The_first_entry_that_matches_holds()
    {
        var desk = new Desk(Desk.Within(30, channel: "chat"), Desk.Within(60, channel: "email"), Desk.Within(5)).Opened("T-1", 0, "email").Opened("T-2", 0, "phone");
        var due = desk.Story.ViewAt(Desk.NoonMs).Tickets.ToDictionary(ticket => ticket.Id!, ticket => (ticket.FirstReplyDue!.Value - Instants.ToTime(Desk.NoonMs)).TotalMinutes);

        Assert.Equal((60, 5), (due["T-1"], due["T-2"]));
    }

    [Fact]
    public void A_target_of_a_segment_holds_for_its_members_tickets_only()
    {
        var member = new Desk(Desk.Within(5, segment: "vip"), Desk.Within(60));
        member.Story.Segments = [Vip];
        member.Says("identify", "\"traits\":{\"vip\":true}").Opened("T-1", 0);
        var other = new Desk(Desk.Within(5, segment: "vip"));
        other.Story.Segments = [Vip];
        other.Opened("T-1", 0);

        Assert.Equal(Desk.NoonMs + (5 * Desk.MinuteMs), member.Story.Customer.NextDueMs);
        Assert.Null(Assert.Single(other.Story.ViewAt(Desk.NoonMs).Tickets).FirstReply);
    }

    [Fact]
    public void A_ticket_counts_for_the_segments_its_customer_was_in_when_it_was_opened()
    {
        var desk = new Desk(Desk.Within(60));
        desk.Story.Segments = [Vip];
        desk.Says("identify", "\"traits\":{\"vip\":true}").Opened("T-1", 0).Happens(Customers.CustomerStory.Line("left", "identify", Desk.NoonMs + 1, "\"traits\":{\"vip\":false}"), Desk.NoonMs + 1);
        Assert.Equal(0UL, desk.Story.Customer.Membership);

        desk.IsDue(Desk.NoonMs + HourMs).Opened("T-2", 61).Resolved("T-1", 70);
        var members = Abstractions.Views.Building.TicketViews.Of(desk.Members.ResponseTimes, 0, 1_000_000);

        Assert.Equal((1, 1, 1, 0), (members.Opened, members.FirstReply.Breaches, members.Resolution.Count, members.Open.Total));
        Assert.Equal(2, desk.Tickets.Opened);
    }

    [Fact]
    public void The_customer_shows_what_is_due_and_what_is_missed()
    {
        var desk = new Desk(Desk.Within(60, 600)).Opened("T-2", 0).Opened("T-1", -30, nowMinutes: 0).IsDue(Desk.NoonMs + (HourMs / 2));

        var (first, second) = (desk.Story.ViewAt(Desk.NoonMs).Tickets[0], desk.Story.ViewAt(Desk.NoonMs).Tickets[1]);
        Assert.Equal(("T-1", true, TicketOutcome.Breached, TicketOutcome.Open), (first.Id!, first.IsOverdue, first.FirstReply!.Value, first.Resolution!.Value));
        Assert.Equal(("T-2", false, Instants.ToTime(Desk.NoonMs + HourMs)), (second.Id!, second.IsOverdue, second.FirstReplyDue!.Value));
    }
}
