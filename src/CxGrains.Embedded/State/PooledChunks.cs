using System.Buffers;

namespace CxGrains.Embedded.State;

/// <summary>
/// Bytes written one piece after the other into large rented arrays. A checkpoint holds tens of megabytes for a second: one
/// growing array would be copied again and again and leave the garbage collector large objects each time.
/// </summary>
internal sealed class PooledChunks : IDisposable
{
    private const int ChunkBytes = 1024 * 1024;

    private readonly List<byte[]> _chunks = [];
    private readonly MemoryStream _piece = new();
    private readonly BinaryWriter _writer;
    private int _used = ChunkBytes;

    /// <summary>Nothing yet.</summary>
    public PooledChunks() => _writer = new BinaryWriter(_piece);

    /// <summary>Writes a piece.</summary>
    public ReadOnlyMemory<byte> Write<T>(T source, Action<T, BinaryWriter> encode)
    {
        _piece.SetLength(0);
        encode(source, _writer);
        _writer.Flush();
        var length = (int)_piece.Length;
        if (_used + length > ChunkBytes)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(ChunkBytes, length)));
            _used = 0;
        }

        var kept = _chunks[^1].AsMemory(_used, length);
        _piece.GetBuffer().AsSpan(0, length).CopyTo(kept.Span);
        _used += length;
        return kept;
    }

    /// <summary>Gives the arrays back; what <see cref="Write"/> returned must not be used any more.</summary>
    public void Dispose()
    {
        foreach (var chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
        _writer.Dispose();
    }
}
