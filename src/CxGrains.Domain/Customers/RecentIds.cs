namespace CxGrains.Domain.Customers;

/// <summary>
/// The fingerprints of a customer's latest <see cref="Limits.RecentIdsMax"/> interaction ids, each with the position of its
/// first sight, so that a replay tells the original from a repeat.
/// </summary>
public sealed class RecentIds
{
    private const int FirstCapacity = 8;

    private ulong[] _fingerprints = [];
    private long[] _positions = [];
    private int _next;

    /// <summary>Ids remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Where an id was first seen; null where it is not remembered.</summary>
    public Position? FirstSight(ulong fingerprint)
    {
        var index = _fingerprints.AsSpan(0, Count).IndexOf(fingerprint);
        return index < 0 ? null : new Position(_positions[index]);
    }

    /// <summary>Remembers an id that is not remembered yet; the oldest is forgotten once the ring is full.</summary>
    public void Add(ulong fingerprint, Position position)
    {
        if (Count < Limits.RecentIdsMax)
        {
            Grow();
            _next = Count;
            Count++;
        }

        _fingerprints[_next] = fingerprint;
        _positions[_next] = position.Value;
        _next = (_next + 1) % Limits.RecentIdsMax;
    }

    /// <summary>Writes the ring, oldest first.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Count);
        var oldest = Count < Limits.RecentIdsMax ? 0 : _next;
        for (var i = 0; i < Count; i++)
        {
            var index = (oldest + i) % Limits.RecentIdsMax;
            writer.Write(_fingerprints[index]);
            writer.Write7BitEncodedInt64(_positions[index]);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static RecentIds Decode(BinaryReader reader)
    {
        var ring = new RecentIds();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            ring.Add(reader.ReadUInt64(), new Position(reader.Read7BitEncodedInt64()));
        }

        return ring;
    }

    private void Grow()
    {
        if (Count == _fingerprints.Length)
        {
            var capacity = Math.Min(Limits.RecentIdsMax, Math.Max(FirstCapacity, Count * 2));
            Array.Resize(ref _fingerprints, capacity);
            Array.Resize(ref _positions, capacity);
        }
    }
}
