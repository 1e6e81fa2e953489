namespace CxGrains.Domain.Customers;

/// <summary>
/// A customer's newest <see cref="Limits.TimelineMax"/> entries, whatever the order they came in. Held packed
/// (<see cref="PackedEntry"/>), each by its distance in time from the one before.
/// </summary>
public sealed class Timeline
{
    // At least about three entries, and a quarter of what there is: what stands empty costs memory in every customer, and what is
    // made anew with every few interactions costs the collector.
    private const int GrowByBytesMin = 48;
    private const int GrowByShare = 4;

    // What the entries' numbers stand for; null while there are none.
    private TimelineSources? _shared;
    private byte[] _bytes = [];
    private int _length;
    private int _count;

    // What the first entry's time counts from, and the last entry's time.
    private long _baseMs;
    private long _newestMs;

    /// <summary>The entries, oldest first.</summary>
    public TimelineEntry[] Entries
    {
        get
        {
            var entries = new TimelineEntry[_count];
            var (offset, beforeMs) = (0, _baseMs);
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = EntryAt(offset, beforeMs);
                entries[i] = new TimelineEntry(entry.AtMs, entry.Key, entry.Source, entry.Value, entry.Label);
                (offset, beforeMs) = (offset + entry.Length, entry.AtMs);
            }

            return entries;
        }
    }

    /// <summary>Reads where the next entry goes; the number means nothing.</summary>
    internal long Touch() => _length == 0 ? 0 : _bytes[_length - 1];

    /// <summary>Adds an entry at its place; the oldest is dropped once full.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="shared">What timelines share; the first call decides.</param>
    public void Add(in TimelineEntry entry, TimelineSources shared)
    {
        _shared ??= shared;
        var (offset, beforeMs) = PlaceOf(entry);
        if (_count == Limits.TimelineMax)
        {
            if (offset == 0)
            {
                return;
            }

            offset -= DropOldest();
        }

        Insert(offset, beforeMs, entry);
    }

    /// <summary>Writes the entries, each source once.</summary>
    internal void Encode(BinaryWriter writer)
    {
        var sources = new List<TimelineSource>();
        Span<byte> sourceOf = stackalloc byte[Limits.TimelineMax];
        var (offset, beforeMs) = (0, _baseMs);
        for (var i = 0; i < _count; i++)
        {
            var entry = EntryAt(offset, beforeMs);
            sourceOf[i] = IndexIn(sources, entry.Source);
            (offset, beforeMs) = (offset + entry.Length, entry.AtMs);
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
        (offset, beforeMs) = (0, _baseMs);
        for (var i = 0; i < _count; i++)
        {
            var entry = EntryAt(offset, beforeMs);
            writer.Write7BitEncodedInt64(entry.AtMs);
            writer.Write(entry.Key);
            writer.Write7BitEncodedInt(sourceOf[i]);
            writer.Write(!double.IsNaN(entry.Value));
            if (!double.IsNaN(entry.Value))
            {
                writer.Write(entry.Value);
            }

            entry.WriteLabel(writer);
            (offset, beforeMs) = (offset + entry.Length, entry.AtMs);
        }
    }

    // Sources are shared, so that identity tells them apart; one that is not is merely written twice.
    private static byte IndexIn(List<TimelineSource> sources, TimelineSource source)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (ReferenceEquals(sources[i], source))
            {
                return (byte)i;
            }
        }

        sources.Add(source);
        return (byte)(sources.Count - 1);
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
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var atMs = reader.Read7BitEncodedInt64();
            var key = reader.ReadUInt64();
            var source = sources[reader.Read7BitEncodedInt()];
            var value = reader.ReadBoolean() ? reader.ReadDouble() : double.NaN;
            var label = reader.ReadOptional();
            timeline.Add(new TimelineEntry(atMs, key, source, value, label), shared);
        }

        return timeline;
    }

    // Behind all that are not newer. Most entries come in the order of their times.
    private (int Offset, long BeforeMs) PlaceOf(in TimelineEntry entry)
    {
        if (_count == 0 || entry.AtMs > _newestMs)
        {
            return (_length, _newestMs);
        }

        var (offset, beforeMs) = (0, _baseMs);
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(0, _length);
        while (offset < bytes.Length && PackedEntry.TryPass(bytes, entry, ref offset, ref beforeMs))
        {
        }

        return (offset, beforeMs);
    }

    private int DropOldest()
    {
        var oldest = EntryAt(0, _baseMs);
        _bytes.AsSpan(oldest.Length, _length - oldest.Length).CopyTo(_bytes);
        _length -= oldest.Length;
        _baseMs = oldest.AtMs;
        _count--;
        return oldest.Length;
    }

    // The entry that follows counts its time from the new one.
    private void Insert(int offset, long beforeMs, in TimelineEntry entry)
    {
        var packed = TimelineSources.Scratch.Clear();
        var fromMs = _count == 0 ? entry.AtMs : Math.Min(beforeMs, entry.AtMs);
        PackedEntry.Write(entry, fromMs, _shared!, packed);
        if (offset == 0)
        {
            _baseMs = fromMs;
        }

        var replaced = 0;
        if (offset < _length)
        {
            var next = EntryAt(offset, beforeMs);
            packed.Number(next.AtMs - entry.AtMs);
            replaced = next.TimeBytes;
        }
        else
        {
            _newestMs = entry.AtMs;
        }

        var written = packed.Written;
        var length = _length + written.Length - replaced;
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, length + Math.Max(GrowByBytesMin, length / GrowByShare));
        }

        _bytes.AsSpan(offset + replaced, _length - offset - replaced).CopyTo(_bytes.AsSpan(offset + written.Length));
        written.CopyTo(_bytes.AsSpan(offset));
        _length = length;
        _count++;
    }

    private PackedEntry EntryAt(int offset, long beforeMs) => new(_bytes.AsSpan(offset, _length - offset), beforeMs, _shared!);
}
