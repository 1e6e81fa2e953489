using System.Buffers.Binary;

namespace CxGrains.Domain.Customers;

/// <summary>Packs one timeline entry after another into a buffer of its own. One thread.</summary>
internal sealed class PackedWriter
{
    /// <summary>Bits of a number in one byte; its highest says that more follow.</summary>
    public const int NumberBits = 7;

    /// <summary>Those bits.</summary>
    public const int NumberMask = (1 << NumberBits) - 1;

    private const int FirstBytes = 256;
    private const int NumberBytesMax = 10;

    private byte[] _buffer = new byte[FirstBytes];
    private int _length;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public PackedWriter Clear()
    {
        _length = 0;
        return this;
    }

    /// <summary>Writes a number, not below 0, in as few bytes as it needs.</summary>
    public void Number(long number)
    {
        Reserve(NumberBytesMax);
        for (; number > NumberMask; number >>= NumberBits)
        {
            _buffer[_length++] = (byte)(number | (NumberMask + 1));
        }

        _buffer[_length++] = (byte)number;
    }

    /// <summary>Writes a fingerprint.</summary>
    public void Key(ulong key) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), key);

    /// <summary>Writes a floating-point number as it is.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    /// <summary>Writes bytes behind their number.</summary>
    public void Piece(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    private Span<byte> Take(int bytes)
    {
        Reserve(bytes);
        _length += bytes;
        return _buffer.AsSpan(_length - bytes, bytes);
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
        }
    }
}
