namespace CxGrains.Domain.Customers;

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>A number.</summary>
    public long Number()
    {
        var number = 0L;
        for (var shift = 0; ; shift += PackedWriter.NumberBits)
        {
            var part = _bytes[Position++];
            number |= (long)(part & PackedWriter.NumberMask) << shift;
            if (part <= PackedWriter.NumberMask)
            {
                return number;
            }
        }
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int length)
    {
        var read = _bytes.Slice(Position, length);
        Position += length;
        return read;
    }
}
