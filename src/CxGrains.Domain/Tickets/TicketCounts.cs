namespace CxGrains.Domain.Tickets;

/// <summary>What a ticket counts as, from its state alone.</summary>
internal static class TicketCounts
{
    /// <summary>What populations hold of a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="isKept">Whether its customer keeps it; what is let go is not counted as open any more.</param>
    public static List<TicketContribution> Of(Ticket ticket, bool isKept = true)
    {
        var counts = new List<TicketContribution>(4);
        if (!ticket.IsOpened)
        {
            Add(TicketMeasure.Unopened, ticket.FirstReplyMs);
            return counts;
        }

        Add(TicketMeasure.Opened, ticket.OpenedMs);
        AddDuration(TicketMeasure.FirstReply, ticket.FirstReplyMs);
        AddDuration(TicketMeasure.Resolution, ticket.ResolvedMs);
        AddOutcome(ticket.FirstReply, ticket.FirstReplyMs, TicketMeasure.FirstReplyMet, TicketMeasure.FirstReplyBreached);
        AddOutcome(ticket.Resolution, ticket.ResolvedMs, TicketMeasure.ResolutionMet, TicketMeasure.ResolutionBreached);
        if (isKept && ticket.IsOpen)
        {
            Add(ticket.FirstReplyMs is null ? TicketMeasure.Waiting : TicketMeasure.Answered, 0);
        }

        if (isKept && ticket.IsOverdue)
        {
            Add(TicketMeasure.Overdue, 0);
        }

        return counts;

        void AddOutcome(TicketTarget target, long? doneMs, TicketMeasure met, TicketMeasure breached)
        {
            if (target.Outcome == TicketOutcome.Breached)
            {
                Add(breached, target.DueMs);
            }
            else if (target.Outcome == TicketOutcome.Met)
            {
                Add(met, doneMs);
            }
        }

        void AddDuration(TicketMeasure measure, long? doneMs)
        {
            if (doneMs is { } at)
            {
                Add(measure, at, DurationBuckets.Of(at - ticket.OpenedMs));
            }
        }

        void Add(TicketMeasure measure, long? atMs, int bucket = 0)
        {
            var channel = ticket.IsOpened ? ticket.Channel : null;
            counts.Add(new TicketContribution(measure, channel ?? Ticket.NoChannel, Instants.DayOf(atMs ?? 0), bucket, ticket.Segments));
        }
    }
}
