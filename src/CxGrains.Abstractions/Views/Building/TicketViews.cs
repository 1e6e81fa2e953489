using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Tickets;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Tickets as readers see them.</summary>
public static class TicketViews
{
    /// <summary>A customer's open tickets, the overdue first, then the oldest.</summary>
    public static IReadOnlyList<TicketView> OpenOf(Customer customer) =>
    [
        .. (customer.Tickets?.All ?? [])
            .Where(ticket => ticket.IsOpen)
            .OrderByDescending(ticket => ticket.IsOverdue)
            .ThenBy(ticket => ticket.OpenedMs)
            .ThenBy(ticket => ticket.Key)
            .Select(Of),
    ];

    /// <summary>A customer's other tickets, those opened last first.</summary>
    public static IReadOnlyList<TicketView> SettledOf(Customer customer) =>
        [.. (customer.Tickets?.All ?? []).Where(ticket => !ticket.IsOpen).OrderByDescending(ticket => ticket.OpenedMs).ThenBy(ticket => ticket.Key).Select(Of)];

    /// <summary>A population's tickets over some days.</summary>
    /// <param name="times">Them; null where there were none.</param>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public static TicketsView Of(ResponseTimes? times, int fromDay, int toDay)
    {
        var tickets = times ?? new ResponseTimes();
        return Of(tickets.Total(fromDay, toDay)) with
        {
            Channels = [.. tickets.Window(fromDay, toDay).Select(row => new ChannelTicketsView(row.Channel, Of(row.Tickets)))],
        };
    }

    private static TicketsView Of(TicketWindow tickets) => new()
    {
        Open = new OpenTicketsView(
            tickets[TicketMeasure.Waiting] + tickets[TicketMeasure.Answered],
            tickets[TicketMeasure.Waiting],
            tickets[TicketMeasure.Answered],
            tickets[TicketMeasure.Overdue]),
        Opened = tickets[TicketMeasure.Opened],
        Unopened = tickets[TicketMeasure.Unopened],
        Unassigned = tickets[TicketMeasure.Unassigned],
        FirstReply = Of(tickets.FirstReplies, tickets[TicketMeasure.FirstReplyMet], tickets[TicketMeasure.FirstReplyBreached]),
        Resolution = Of(tickets.Resolutions, tickets[TicketMeasure.ResolutionMet], tickets[TicketMeasure.ResolutionBreached]),
    };

    private static ResponseTimeView Of(ReadOnlySpan<long> durations, long met, long breaches)
    {
        var view = new ResponseTimeView
        {
            Status = ScoreStatus.NotEnoughData,
            Count = 0,
            WithinTarget = RateViews.Of(met, met + breaches),
            Breaches = breaches,
        };
        var count = 0L;
        foreach (var inBucket in durations)
        {
            count += inBucket;
        }

        return count == 0 ? view : view with
        {
            Status = ScoreStatus.Ok,
            Count = count,
            P50Minutes = DurationBuckets.Percentile(durations, 50),
            P90Minutes = DurationBuckets.Percentile(durations, 90),
            P95Minutes = DurationBuckets.Percentile(durations, 95),
            RelativeErrorMax = DurationBuckets.RelativeErrorMax,
        };
    }

    private static TicketView Of(Ticket ticket) => new()
    {
        Id = ticket.Id,
        Channel = ticket.Channel,
        OpenedAt = Instants.ToTime(ticket.OpenedMs),
        FirstReplyAt = ticket.FirstReplyMs is { } repliedMs ? Instants.ToTime(repliedMs) : null,
        FirstReplyDue = DueOf(ticket.FirstReply),
        FirstReply = OutcomeOf(ticket.FirstReply),
        ResolutionDue = DueOf(ticket.Resolution),
        Resolution = OutcomeOf(ticket.Resolution),
        IsOverdue = ticket.IsOverdue,
    };

    private static DateTimeOffset? DueOf(TicketTarget target) => target.Exists ? Instants.ToTime(target.DueMs) : null;

    private static TicketOutcome? OutcomeOf(TicketTarget target) => target.Exists ? target.Outcome : null;
}
