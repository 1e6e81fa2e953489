using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Tickets;

/// <summary>
/// A customer's tickets: at most <see cref="Limits.TicketsOpenMax"/> open ones, those opened last, and at most
/// <see cref="Limits.TicketsSettledMax"/> others, resolved or not known to be open, those told of last.
/// </summary>
public sealed class TicketBook
{
    private readonly List<Ticket> _tickets = [];

    /// <summary>The tickets, in no stated order.</summary>
    public IReadOnlyList<Ticket> All => _tickets;

    /// <summary>When time alone changes a ticket next, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs { get; internal set; } = long.MaxValue;

    /// <summary>What the tickets were last judged by; null where they want to be judged anew.</summary>
    internal WorkspaceRules? JudgedBy { get; set; }

    /// <summary>The ticket of a key; null where there is none.</summary>
    internal Ticket? Find(ulong key) => _tickets.Find(ticket => ticket.Key == key);

    /// <summary>Tickets that are open.</summary>
    internal int OpenCount => _tickets.Count(ticket => ticket.IsOpen);

    /// <summary>The only open ticket; null where there is none, or several.</summary>
    internal Ticket? OnlyOpen()
    {
        var first = _tickets.FindIndex(ticket => ticket.IsOpen);
        return first >= 0 && first == _tickets.FindLastIndex(ticket => ticket.IsOpen) ? _tickets[first] : null;
    }

    internal void Add(Ticket ticket) => _tickets.Add(ticket);

    /// <summary>Lets go of a ticket that is one too many.</summary>
    /// <returns>It; null where there is room.</returns>
    internal Ticket? LetGo()
    {
        var open = OpenCount;
        var tooMany = open > Limits.TicketsOpenMax
            ? _tickets.Where(ticket => ticket.IsOpen).MinBy(ticket => (ticket.OpenedMs, ticket.Key))
            : _tickets.Count - open > Limits.TicketsSettledMax
                ? _tickets.Where(ticket => !ticket.IsOpen).MinBy(ticket => (ticket.LatestMs, ticket.Key))
                : null;
        if (tooMany is not null)
        {
            _tickets.Remove(tooMany);
        }

        return tooMany;
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_tickets.Count);
        _tickets.ForEach(ticket => ticket.Encode(writer));
    }

    internal static TicketBook Decode(BinaryReader reader, NamePool names)
    {
        var book = new TicketBook();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            book._tickets.Add(Ticket.Decode(reader, names));
        }

        return book;
    }
}
