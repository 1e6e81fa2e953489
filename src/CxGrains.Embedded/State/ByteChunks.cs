namespace CxGrains.Embedded.State;

/// <summary>
/// Bytes written one piece after the other into arrays of moderate size. A checkpoint holds tens of megabytes for a second: one
/// growing array would be copied again and again, and arrays above 85,000 bytes are left to the collector's rarest and dearest round.
/// </summary>
internal sealed class ByteChunks : IDisposable
{
    private const int ChunkBytes = 64 * 1024;

    private readonly BufferWriter _writer = new();
    private byte[] _chunk = [];
    private int _used;

    /// <summary>Writes a piece.</summary>
    public ReadOnlyMemory<byte> Write<T>(T source, Action<T, BinaryWriter> encode)
    {
        _writer.Clear();
        encode(source, _writer);
        var piece = _writer.Written;
        var length = piece.Length;
        if (_used + length > _chunk.Length)
        {
            _chunk = new byte[Math.Max(ChunkBytes, length)];
            _used = 0;
        }

        var kept = _chunk.AsMemory(_used, length);
        piece.CopyTo(kept.Span);
        _used += length;
        return kept;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
