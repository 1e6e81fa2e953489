using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Tickets;

/// <summary>What interactions and time do to a customer's tickets.</summary>
internal static class TicketFold
{
    /// <summary>Takes in what happened to a ticket. What it counts as is announced by <see cref="Settle"/>, which must follow.</summary>
    /// <param name="customer">Whose ticket it is.</param>
    /// <param name="interaction">An opening, a reply or a resolution.</param>
    /// <param name="key">The interaction's own key, by which an opening without a ticket's id is known.</param>
    /// <param name="announcement">Takes what belongs to no ticket.</param>
    public static void Take(Customer customer, Interaction interaction, ulong key, Announcement announcement)
    {
        var isOpening = interaction.Type == InteractionTypes.TicketOpened;
        var book = customer.Tickets;
        if (interaction.Ticket is null && !isOpening && book?.OnlyOpen() is null)
        {
            announcement.Contribute(new TicketContribution(TicketMeasure.Unassigned, Ticket.NoChannel, Instants.DayOf(interaction.AtMs), 0, null));
            return;
        }

        book = customer.Tickets ??= new TicketBook();
        var ticket = interaction.Ticket is { } id ? FindOrAdd(book, Fingerprint.Of(id), id)
            : isOpening ? FindOrAdd(book, key, null)
            : book.OnlyOpen()!;
        ticket.Counted ??= TicketCounts.Of(ticket);
        switch (interaction.Type)
        {
            case InteractionTypes.TicketOpened:
                ticket.Open(interaction.AtMs, interaction.Channel);
                break;
            case InteractionTypes.TicketReplied:
                ticket.Reply(interaction.AtMs);
                break;
            default:
                ticket.Resolve(interaction.AtMs);
                break;
        }

        book.JudgedBy = null;
    }

    /// <summary>Judges the tickets at an instant, when the customer's segments are known, and announces what changed.</summary>
    /// <returns>When time alone changes a ticket next.</returns>
    public static long Settle(long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        if (customer.Tickets is not { } book)
        {
            return long.MaxValue;
        }

        if (ReferenceEquals(book.JudgedBy, context.Rules) && atMs < book.NextDueMs)
        {
            return book.NextDueMs;
        }

        var nextDueMs = long.MaxValue;
        foreach (var ticket in book.All)
        {
            var (firstReply, resolution) = (ticket.FirstReply.Outcome, ticket.Resolution.Outcome);
            Judge(ticket, atMs, context.Rules, customer, announcement);
            if (ticket.FirstReply.Outcome == TicketOutcome.Breached && firstReply != TicketOutcome.Breached)
            {
                AlertFold.Breach(ticket, ticket.FirstReply, "first reply", context, announcement);
            }

            if (ticket.Resolution.Outcome == TicketOutcome.Breached && resolution != TicketOutcome.Breached)
            {
                AlertFold.Breach(ticket, ticket.Resolution, "resolution", context, announcement);
            }

            nextDueMs = Math.Min(nextDueMs, ticket.NextDueMs);
        }

        while (book.LetGo() is { } letGo)
        {
            // It may have been the one that was due next: then the customer is looked at once for nothing.
            Announce(TicketCounts.Of(letGo), TicketCounts.Of(letGo, isKept: false), announcement);
        }

        book.JudgedBy = context.Rules;
        return book.NextDueMs = nextDueMs;
    }

    /// <summary>Takes back what all tickets of a customer count as, before they go to another one.</summary>
    public static void Withdraw(Customer customer, Announcement announcement)
    {
        foreach (var ticket in customer.Tickets?.All ?? [])
        {
            Announce(TicketCounts.Of(ticket), [], announcement);
        }
    }

    /// <summary>Takes back what the open tickets of a customer count as besides what they were; what was answered and kept stays counted.</summary>
    public static void WithdrawOpen(Customer customer, Announcement announcement)
    {
        foreach (var ticket in customer.Tickets?.All ?? [])
        {
            Announce(TicketCounts.Of(ticket), TicketCounts.Of(ticket, isKept: false), announcement);
        }
    }

    /// <summary>Takes in the tickets of a customer that was merged in, which count nowhere now. <see cref="Settle"/> must follow.</summary>
    public static void Take(Customer customer, TicketBook others)
    {
        var book = customer.Tickets ??= new TicketBook();
        foreach (var ticket in others.All)
        {
            var mine = FindOrAdd(book, ticket.Key, ticket.Id);
            mine.Counted ??= TicketCounts.Of(mine);
            mine.Take(ticket);
        }

        book.JudgedBy = null;
    }

    private static Ticket FindOrAdd(TicketBook book, ulong key, string? id)
    {
        if (book.Find(key) is { } known)
        {
            return known;
        }

        var ticket = new Ticket(key, id) { Counted = [] };
        book.Add(ticket);
        return ticket;
    }

    private static void Judge(Ticket ticket, long atMs, WorkspaceRules rules, Customer customer, Announcement announcement)
    {
        var isChanged = ticket.Counted is not null;
        if (ticket.Counted is { Count: 0 })
        {
            ticket.Segments = customer.Membership;
        }

        var before = ticket.Counted ?? (ticket.IsOpened ? TicketCounts.Of(ticket) : []);
        ticket.Counted = null;
        if (ticket.IsOpened)
        {
            // Targets that change rewrite nothing that was counted: only what happens to a ticket has it judged anew.
            var target = SlaTargets.Of(ticket, rules);
            if (isChanged || ticket.FirstReply.Outcome == TicketOutcome.Open)
            {
                ticket.FirstReply = TicketTarget.Judge(target?.FirstReplyMinutes, ticket.OpenedMs, ticket.FirstReplyMs, atMs);
            }

            if (isChanged || ticket.Resolution.Outcome == TicketOutcome.Open)
            {
                ticket.Resolution = TicketTarget.Judge(target?.ResolutionMinutes, ticket.OpenedMs, ticket.ResolvedMs, atMs);
            }
        }

        if (isChanged || ticket.IsOpened)
        {
            Announce(before, TicketCounts.Of(ticket), announcement);
        }
    }

    private static void Announce(IReadOnlyList<TicketContribution> before, List<TicketContribution> after, Announcement announcement)
    {
        foreach (var counted in before)
        {
            if (!after.Contains(counted))
            {
                announcement.Contribute(counted with { IsWithdrawn = true });
            }
        }

        foreach (var counts in after)
        {
            if (!before.Contains(counts))
            {
                announcement.Contribute(counts);
            }
        }
    }
}
