using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tickets;

/// <summary>
/// A population's tickets by channel. A shard tells the first <see cref="Limits.BreakdownNamesMax"/> channels apart; further ones count
/// as <see cref="Breakdown.Other"/>.
/// </summary>
/// <remarks>A channel once told apart stays so: else what is withdrawn could not be found where it was counted.</remarks>
public sealed class ResponseTimes
{
    private readonly SortedDictionary<string, ChannelTickets> _byChannel = new(StringComparer.Ordinal);

    /// <summary>The tickets over some days by channel, those with most opened first; at most <see cref="Limits.BreakdownNamesMax"/> and the rest.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public IReadOnlyList<(string Channel, TicketWindow Tickets)> Window(int fromDay, int toDay)
    {
        var rows = _byChannel
            .Select(pair => (Channel: pair.Key, Tickets: pair.Value.Window(fromDay, toDay)))
            .Where(row => !row.Tickets.IsEmpty)
            .OrderBy(row => row.Channel == Breakdown.Other)
            .ThenByDescending(row => row.Tickets[TicketMeasure.Opened])
            .ThenBy(row => row.Channel, StringComparer.Ordinal)
            .ToList();
        return rows.Count <= Limits.BreakdownNamesMax
            ? rows
            : [.. rows.Take(Limits.BreakdownNamesMax), (Breakdown.Other, rows.Skip(Limits.BreakdownNamesMax).Select(row => row.Tickets).Aggregate(TicketWindow.Merge))];
    }

    /// <summary>The tickets of all channels over some days.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public TicketWindow Total(int fromDay, int toDay) =>
        _byChannel.Values.Select(tickets => tickets.Window(fromDay, toDay)).Aggregate(new ChannelTickets().Window(fromDay, toDay), TicketWindow.Merge);

    /// <summary>Takes what became of a ticket.</summary>
    public void Take(TicketContribution contribution) => Of(contribution.Channel).Take(contribution);

    /// <summary>Both together. Associative and commutative, but for which channels are told apart once they are too many.</summary>
    public static ResponseTimes Merge(ResponseTimes a, ResponseTimes b)
    {
        var merged = new ResponseTimes();
        foreach (var (channel, tickets) in a._byChannel.Concat(b._byChannel))
        {
            merged._byChannel[channel] = ChannelTickets.Merge(merged._byChannel.GetValueOrDefault(channel) ?? new ChannelTickets(), tickets);
        }

        return merged;
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_byChannel.Count);
        foreach (var (channel, tickets) in _byChannel)
        {
            writer.Write(channel);
            tickets.Encode(writer);
        }
    }

    internal static ResponseTimes Decode(BinaryReader reader, NamePool names)
    {
        var times = new ResponseTimes();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            times._byChannel.Add(reader.ReadShared(names), ChannelTickets.Decode(reader));
        }

        return times;
    }

    private ChannelTickets Of(string channel)
    {
        if (_byChannel.TryGetValue(channel, out var tickets))
        {
            return tickets;
        }

        var toldApart = _byChannel.Count - (_byChannel.ContainsKey(Breakdown.Other) ? 1 : 0);
        return toldApart >= Limits.BreakdownNamesMax && channel != Breakdown.Other ? Of(Breakdown.Other) : _byChannel[channel] = new ChannelTickets();
    }
}
