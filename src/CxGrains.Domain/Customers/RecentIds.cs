namespace CxGrains.Domain.Customers;

/// <summary>
/// The fingerprints of a customer's latest <see cref="Limits.RecentIdsMax"/> interaction ids, each with the position of its
/// first sight, so that a replay tells the original from a repeat. Ids of customers that were merged into it come on top, as far as
/// <see cref="Limits.MergedIdsMax"/> allows.
/// </summary>
public sealed class RecentIds
{
    private const int FirstCapacity = 8;
    private const int GrowBy = 4;

    // Fingerprints in the first half, their positions in the second: one array, because each is a trip to memory.
    private ulong[] _cells = [];
    private int _next;
    private int _max = Limits.RecentIdsMax;

    /// <summary>Ids remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the cell that comes next; the number means nothing.</summary>
    internal long Touch() => Count == 0 ? 0 : (long)_cells[Count - 1];

    /// <summary>Where an id was first seen; null where it is not remembered.</summary>
    public Position? FirstSight(ulong fingerprint)
    {
        var index = _cells.AsSpan(0, Count).IndexOf(fingerprint);
        return index < 0 ? null : PositionAt(index);
    }

    /// <summary>Remembers an id that is not remembered yet; the oldest is forgotten once the ring is full.</summary>
    public void Add(ulong fingerprint, Position position)
    {
        if (Count < _max)
        {
            Grow();
            _next = Count;
            Count++;
        }

        _cells[_next] = fingerprint;
        _cells[Capacity + _next] = (ulong)position.Value;
        _next = (_next + 1) % _max;
    }

    /// <summary>Both together: as many as before of its own, and behind them what the other remembered, as seen at a position.</summary>
    internal RecentIds With(RecentIds other, Position position)
    {
        var both = new RecentIds { _max = Math.Clamp(Count + other.Count, Limits.RecentIdsMax, Limits.MergedIdsMax) };
        foreach (var index in other.OldestFirst())
        {
            both.Add(other._cells[index], position);
        }

        foreach (var index in OldestFirst())
        {
            if (both.FirstSight(_cells[index]) is null)
            {
                both.Add(_cells[index], PositionAt(index));
            }
        }

        // As large as what is in it, as it will be when it is read again.
        if (both.Count < both._max)
        {
            both._max = Math.Max(Limits.RecentIdsMax, both.Count);
            both._next = both.Count % both._max;
        }

        return both;
    }

    /// <summary>Writes the ring, oldest first.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Count);
        foreach (var index in OldestFirst())
        {
            writer.Write(_cells[index]);
            writer.Write7BitEncodedInt64(PositionAt(index).Value);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static RecentIds Decode(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var ring = new RecentIds { _max = Math.Max(Limits.RecentIdsMax, count) };
        for (var i = 0; i < count; i++)
        {
            ring.Add(reader.ReadUInt64(), new Position(reader.Read7BitEncodedInt64()));
        }

        return ring;
    }

    private IEnumerable<int> OldestFirst()
    {
        var oldest = Count < _max ? 0 : _next;
        for (var i = 0; i < Count; i++)
        {
            yield return (oldest + i) % _max;
        }
    }

    private int Capacity => _cells.Length / 2;

    private Position PositionAt(int index) => new((long)_cells[Capacity + index]);

    private void Grow()
    {
        if (Count < Capacity)
        {
            return;
        }

        var capacity = Math.Min(_max, Math.Max(FirstCapacity, Count + Math.Max(GrowBy, Count / 4)));
        var cells = new ulong[2 * capacity];
        _cells.AsSpan(0, Count).CopyTo(cells);
        _cells.AsSpan(Capacity, Count).CopyTo(cells.AsSpan(capacity));
        _cells = cells;
    }
}
