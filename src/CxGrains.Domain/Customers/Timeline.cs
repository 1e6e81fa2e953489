namespace CxGrains.Domain.Customers;

/// <summary>A customer's newest <see cref="Limits.TimelineMax"/> entries, whatever the order they came in.</summary>
public sealed class Timeline
{
    private const int GrowBy = 6;

    private TimelineEntry[] _entries = [];
    private int _count;

    /// <summary>The entries, oldest first.</summary>
    public ReadOnlySpan<TimelineEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Reads the newest entry; the number means nothing.</summary>
    internal long Touch() => _count == 0 ? 0 : _entries[_count - 1].AtMs;

    /// <summary>Adds an entry at its place; the oldest is dropped once full.</summary>
    public void Add(in TimelineEntry entry)
    {
        var index = _count;
        while (index > 0 && _entries[index - 1].IsNewerThan(entry))
        {
            index--;
        }

        if (_count == Limits.TimelineMax)
        {
            if (index == 0)
            {
                return;
            }

            Array.Copy(_entries, 1, _entries, 0, index - 1);
            _entries[index - 1] = entry;
            return;
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Min(Limits.TimelineMax, _count + GrowBy));
        }

        Array.Copy(_entries, index, _entries, index + 1, _count - index);
        _entries[index] = entry;
        _count++;
    }

    /// <summary>Writes the entries, each source once.</summary>
    internal void Encode(BinaryWriter writer)
    {
        var sources = new List<TimelineSource>();
        foreach (ref readonly var entry in Entries)
        {
            if (IndexOf(sources, entry.Source) < 0)
            {
                sources.Add(entry.Source);
            }
        }

        writer.Write7BitEncodedInt(sources.Count);
        foreach (var source in sources)
        {
            writer.Write(source.Type);
            writer.WriteOptional(source.Channel);
            writer.WriteOptional(source.Touchpoint);
            writer.WriteOptional(source.Currency);
        }

        writer.Write7BitEncodedInt(_count);
        foreach (ref readonly var entry in Entries)
        {
            writer.Write7BitEncodedInt64(entry.AtMs);
            writer.Write(entry.Key);
            writer.Write7BitEncodedInt(IndexOf(sources, entry.Source));
            writer.Write(!double.IsNaN(entry.Value));
            if (!double.IsNaN(entry.Value))
            {
                writer.Write(entry.Value);
            }

            writer.WriteOptional(entry.Label);
        }
    }

    // Sources are shared, so that identity tells them apart; one that is not is merely written twice.
    private static int IndexOf(List<TimelineSource> sources, TimelineSource source)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (ReferenceEquals(sources[i], source))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static Timeline Decode(BinaryReader reader, NamePool names, TimelineSources shared)
    {
        var sources = new TimelineSource[reader.Read7BitEncodedInt()];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = shared.Share(reader.ReadShared(names), reader.ReadOptionalShared(names), reader.ReadOptionalShared(names), reader.ReadOptionalShared(names));
        }

        var timeline = new Timeline();
        var count = reader.Read7BitEncodedInt();
        timeline._entries = new TimelineEntry[count];
        timeline._count = count;
        for (var i = 0; i < count; i++)
        {
            timeline._entries[i] = new TimelineEntry(
                reader.Read7BitEncodedInt64(),
                reader.ReadUInt64(),
                sources[reader.Read7BitEncodedInt()],
                reader.ReadBoolean() ? reader.ReadDouble() : double.NaN,
                reader.ReadOptional());
        }

        return timeline;
    }
}
