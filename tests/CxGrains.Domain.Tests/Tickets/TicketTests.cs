using CxGrains.Abstractions.Views;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Tests.Tickets;

public class TicketTests
{
    [Fact]
    public void A_reply_and_a_resolution_are_counted_with_what_they_took()
    {
        var tickets = new Desk().Opened("T-1", 0).Replied("T-1", 30).Replied("T-1", 50).Resolved("T-1", 600).Tickets;

        Assert.Equal((1, 1, 1), (tickets.Opened, tickets.FirstReply.Count, tickets.Resolution.Count));
        AssertAbout(30, tickets.FirstReply.P50Minutes);
        AssertAbout(600, tickets.Resolution.P95Minutes);
        Assert.Equal(new OpenTicketsView(0, 0, 0, 0), tickets.Open);
        Assert.Equal(ScoreStatus.NotEnoughData, tickets.FirstReply.WithinTarget.Status);
        Assert.Equal("email", Assert.Single(tickets.Channels!).Name);
    }

    [Fact]
    public void Without_tickets_there_is_no_response_time()
    {
        var tickets = new Desk().Tickets;

        Assert.Equal((ScoreStatus.NotEnoughData, null), (tickets.FirstReply.Status, tickets.FirstReply.P50Minutes));
        Assert.Empty(tickets.Channels!);
    }

    [Fact]
    public void A_resolution_without_a_reply_is_the_first_reply() =>
        AssertAbout(90, new Desk().Opened("T-1", 0).Resolved("T-1", 90).Tickets.FirstReply.P50Minutes);

    [Fact]
    public void A_ticket_opened_again_is_open_until_it_is_resolved_again_and_took_all_that_time()
    {
        var desk = new Desk().Opened("T-1", 0).Replied("T-1", 10).Resolved("T-1", 20).Opened("T-1", 100);

        Assert.Equal(new OpenTicketsView(1, 0, 1, 0), desk.Tickets.Open);
        Assert.Equal((1, 0), (desk.Tickets.Opened, desk.Tickets.Resolution.Count));

        var tickets = desk.Resolved("T-1", 200).Tickets;
        Assert.Equal((1, 1, 0), (tickets.Opened, tickets.Resolution.Count, tickets.Open.Total));
        AssertAbout(200, tickets.Resolution.P50Minutes);
        AssertAbout(10, tickets.FirstReply.P50Minutes);
    }

    [Fact]
    public void A_reply_that_comes_before_its_opening_counts_once_the_opening_is_there()
    {
        var desk = new Desk().Replied("T-1", 45);
        Assert.Equal((1, 0), (desk.Tickets.Unopened, desk.Tickets.FirstReply.Count));

        var tickets = desk.Opened("T-1", 15, nowMinutes: 60).Tickets;
        Assert.Equal((0, 1, 1), (tickets.Unopened, tickets.Opened, tickets.FirstReply.Count));
        AssertAbout(30, tickets.FirstReply.P50Minutes);
    }

    [Fact]
    public void What_names_no_ticket_belongs_to_the_only_one_open()
    {
        var desk = new Desk().Opened("T-1", 0).Resolved("T-1", 1).Opened("T-2", 2).Replied(null, 12);

        AssertAbout(10, desk.Tickets.FirstReply.P95Minutes);
        Assert.Equal((0, 2), (desk.Tickets.Unassigned, desk.Tickets.FirstReply.Count));
    }

    [Fact]
    public void What_names_no_ticket_while_none_or_several_are_open_is_counted_as_unassigned()
    {
        var tickets = new Desk().Replied(null, 0).Opened("T-1", 1).Opened(null, 2).Resolved(null, 3).Tickets;

        Assert.Equal((2, 2, 0), (tickets.Unassigned, tickets.Opened, tickets.FirstReply.Count));
        Assert.Equal(2, tickets.Open.Waiting);
    }

    [Fact]
    public void A_number_and_a_text_name_the_same_ticket()
    {
        var desk = new Desk().Says("ticket_opened", "\"properties\":{\"ticket\":17}").Says("ticket_resolved", "\"properties\":{\"ticket\":\"17\"}");

        Assert.Equal((1, 1, 0), (desk.Tickets.Opened, desk.Tickets.Resolution.Count, desk.Tickets.Unopened));
    }

    [Fact]
    public void The_oldest_open_ticket_is_let_go_when_there_are_too_many_and_is_no_longer_counted_as_open()
    {
        var desk = new Desk();
        for (var i = 0; i <= Limits.TicketsOpenMax; i++)
        {
            desk.Opened($"T-{i}", 100 - i, nowMinutes: 100);
        }

        Assert.Equal(Limits.TicketsOpenMax, desk.Tickets.Open.Total);
        Assert.Equal(Limits.TicketsOpenMax + 1, desk.Tickets.Opened);
        Assert.Equal("T-15", desk.Story.ViewAt(Desk.NoonMs).Tickets[0].Id);
    }

    [Fact]
    public void Resolved_tickets_are_let_go_and_stay_counted()
    {
        var desk = new Desk();
        for (var i = 0; i < 20; i++)
        {
            desk.Opened($"T-{i}", i).Resolved($"T-{i}", i + 0.5);
        }

        Assert.Equal(Limits.TicketsSettledMax, desk.Story.Customer.Tickets!.All.Count);
        Assert.Equal((20, 20), (desk.Tickets.Opened, desk.Tickets.Resolution.Count));
    }

    [Fact]
    public void A_repeat_counts_nothing()
    {
        var desk = new Desk();
        var line = Customers.CustomerStory.Line("once", "ticket_opened", Desk.NoonMs);
        desk.Happens(line, Desk.NoonMs).Happens(line, Desk.NoonMs);

        Assert.Equal((1, 1), (desk.Tickets.Opened, desk.Tickets.Open.Total));
    }

    internal static void AssertAbout(double minutes, double? actual) =>
        Assert.InRange(actual!.Value, minutes * (1 - DurationBuckets.RelativeErrorMax), minutes * (1 + DurationBuckets.RelativeErrorMax));
}
