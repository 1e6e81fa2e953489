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
        long number = _bytes[Position];
        if (number <= PackedWriter.NumberMask)
        {
            Position++;
            return number;
        }

        number = 0;
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

    /// <summary>Passes over a number.</summary>
    public void PassNumber()
    {
        while (_bytes[Position++] > PackedWriter.NumberMask)
        {
        }
    }

    /// <summary>Passes over bytes behind their number.</summary>
    public void PassPiece()
    {
        var length = (int)Number();
        Position += length;
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int length)
    {
        var read = _bytes.Slice(Position, length);
        Position += length;
        return read;
    }
}
