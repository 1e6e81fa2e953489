using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tickets;

/// <summary>What is counted of the tickets of one channel.</summary>
public sealed class ChannelTickets
{
    private const int CountsCount = (int)TicketMeasure.ResolutionBreached + 1;
    private const int OpenCount = (int)TicketMeasure.Overdue - (int)TicketMeasure.Waiting + 1;

    private readonly DayCounts _counts;
    private readonly long[] _open;
    private readonly DayDurations _firstReplies;
    private readonly DayDurations _resolutions;

    internal ChannelTickets()
        : this(new DayCounts(CountsCount), new long[OpenCount], new DayDurations(), new DayDurations())
    {
    }

    private ChannelTickets(DayCounts counts, long[] open, DayDurations firstReplies, DayDurations resolutions) =>
        (_counts, _open, _firstReplies, _resolutions) = (counts, open, firstReplies, resolutions);

    /// <summary>The tickets over some days.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public TicketWindow Window(int fromDay, int toDay) =>
        new(_counts.Sum(fromDay, toDay), [.. _open], _firstReplies.Sum(fromDay, toDay), _resolutions.Sum(fromDay, toDay));

    /// <summary>Both together. Associative and commutative; shares nothing with either.</summary>
    public static ChannelTickets Merge(ChannelTickets a, ChannelTickets b) => new(
        DayCounts.Merge(a._counts, b._counts),
        [.. a._open.Zip(b._open, (first, second) => first + second)],
        DayDurations.Merge(a._firstReplies, b._firstReplies),
        DayDurations.Merge(a._resolutions, b._resolutions));

    internal void Take(TicketContribution contribution)
    {
        switch (contribution.Measure)
        {
            case TicketMeasure.FirstReply:
                Take(_firstReplies, contribution);
                break;
            case TicketMeasure.Resolution:
                Take(_resolutions, contribution);
                break;
            case >= TicketMeasure.Waiting:
                _open[contribution.Measure - TicketMeasure.Waiting] += contribution.IsWithdrawn ? -1 : 1;
                break;
            case var measure when contribution.IsWithdrawn:
                _counts.Withdraw(contribution.Day, (int)measure);
                break;
            case var measure:
                _counts.Add(contribution.Day, (int)measure);
                break;
        }
    }

    internal void Encode(BinaryWriter writer)
    {
        _counts.Encode(writer);
        foreach (var open in _open)
        {
            writer.Write7BitEncodedInt64(open);
        }

        _firstReplies.Encode(writer);
        _resolutions.Encode(writer);
    }

    internal static ChannelTickets Decode(BinaryReader reader)
    {
        var counts = DayCounts.Decode(reader, CountsCount);
        var open = new long[OpenCount];
        foreach (ref var count in open.AsSpan())
        {
            count = reader.Read7BitEncodedInt64();
        }

        return new ChannelTickets(counts, open, DayDurations.Decode(reader), DayDurations.Decode(reader));
    }

    private static void Take(DayDurations durations, TicketContribution contribution)
    {
        if (contribution.IsWithdrawn)
        {
            durations.Withdraw(contribution.Day, contribution.Bucket);
        }
        else
        {
            durations.Add(contribution.Day, contribution.Bucket);
        }
    }
}
