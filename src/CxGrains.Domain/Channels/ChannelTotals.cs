using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Channels;

/// <summary>What happened on each channel, by UTC day. At most <see cref="Limits.BreakdownNamesMax"/> channels are told apart; further ones count as "other".</summary>
public sealed class ChannelTotals
{
    /// <summary>How many measures there are.</summary>
    public const int MeasuresCount = (int)ChannelMeasure.TimedPages + 1;

    // Before it was counted which visits were timed.
    private const int MeasuresCountBefore = (int)ChannelMeasure.StayRestSeconds + 1;

    /// <summary>Seconds in a minute.</summary>
    public const int SecondsPerMinute = 60;

    private readonly Breakdown _byChannel;

    /// <summary>Nothing yet.</summary>
    public ChannelTotals()
        : this(new Breakdown(MeasuresCount))
    {
    }

    private ChannelTotals(Breakdown byChannel) => _byChannel = byChannel;

    /// <summary>The counts of some days by channel, busiest first; each in the order of <see cref="ChannelMeasure"/>.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public IReadOnlyList<BreakdownCounts> Window(int fromDay, int toDay) => _byChannel.Window(fromDay, toDay);

    /// <summary>Counts one thing.</summary>
    public void Add(in ChannelCount count)
    {
        Add(count, count.Measure, 1);
        Add(count, ChannelMeasure.EmptySearches, count.FoundNothing ? 1 : 0);
        Add(count, ChannelMeasure.StayMinutes, count.StaySeconds / SecondsPerMinute);
        Add(count, ChannelMeasure.StayRestSeconds, count.StaySeconds % SecondsPerMinute);
        Add(count, count.Measure == ChannelMeasure.Visits ? ChannelMeasure.TimedVisits : ChannelMeasure.TimedPages, count.StaySeconds > 0 ? 1 : 0);
    }

    /// <summary>Both together. Associative and commutative, but for which channels are told apart once they are too many.</summary>
    public static ChannelTotals Merge(ChannelTotals a, ChannelTotals b) => new(Breakdown.Merge(a._byChannel, b._byChannel));

    private void Add(in ChannelCount count, ChannelMeasure measure, int by)
    {
        if (by > 0)
        {
            _byChannel.Add(count.Channel, count.Day, (int)measure, by);
        }
    }

    internal void Encode(BinaryWriter writer) => _byChannel.Encode(writer);

    internal static ChannelTotals Decode(BinaryReader reader, NamePool names) => new(Breakdown.Decode(reader, MeasuresCount, names));

    /// <summary>Reads what was written before it was counted which visits were timed: on a day that knows of time, all of them.</summary>
    internal static ChannelTotals DecodeBefore(BinaryReader reader, NamePool names) =>
        new(Breakdown.Decode(reader, MeasuresCountBefore, names).Widen(MeasuresCount, static day =>
        {
            var isTimed = day[(int)ChannelMeasure.StayMinutes] + day[(int)ChannelMeasure.StayRestSeconds] > 0;
            day[(int)ChannelMeasure.TimedVisits] = isTimed ? day[(int)ChannelMeasure.Visits] : 0;
        }));
}
