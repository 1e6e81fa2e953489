using System.Buffers.Binary;
using System.Text;

namespace CxGrains.Embedded.State;

/// <summary>
/// A <see cref="BinaryWriter"/> straight into memory, with the same bytes. A checkpoint encodes a hundred thousand customers at once,
/// and a stream's checks for every field were most of its cost.
/// </summary>
internal sealed class BufferWriter : BinaryWriter
{
    private const int FirstBytes = 4 * 1024;

    private byte[] _buffer = new byte[FirstBytes];
    private int _length;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <inheritdoc/>
    public override void Write(byte value) => Take(1)[0] = value;

    /// <inheritdoc/>
    public override void Write(bool value) => Take(1)[0] = value ? (byte)1 : (byte)0;

    /// <inheritdoc/>
    public override void Write(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), value);

    /// <inheritdoc/>
    public override void Write(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), value);

    /// <inheritdoc/>
    public override void Write(byte[] buffer) => Write((ReadOnlySpan<byte>)buffer);

    /// <inheritdoc/>
    public override void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    /// <inheritdoc/>
    public override void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    /// <inheritdoc/>
    public override void Write(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    /// <inheritdoc/>
    public override void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    /// <inheritdoc/>
    public override void Write(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            Write(part);
        }
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => buffer.CopyTo(Take(buffer.Length));

    /// <inheritdoc/>
    public override void Write(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Write7BitEncodedInt(bytes);
        Encoding.UTF8.GetBytes(value, Take(bytes));
    }

    // What no encoding writes: the base class would write it nowhere, and nobody would hear.

    /// <inheritdoc/>
    public override void Write(short value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(uint value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(sbyte value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(Half value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(char ch) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int index, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> chars) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
        // All is in memory already.
    }

    private Span<byte> Take(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
        }

        var taken = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return taken;
    }
}
