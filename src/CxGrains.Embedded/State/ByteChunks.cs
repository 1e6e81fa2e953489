namespace CxGrains.Embedded.State;

/// <summary>Bytes written one piece after the other into chunks: one growing array would be copied again and again.</summary>
internal sealed class ByteChunks(ChunkPool pool) : IDisposable
{
    private readonly BufferWriter _writer = new();
    private readonly List<byte[]> _chunks = [];
    private int _used = ChunkPool.ChunkBytes;

    /// <summary>Writes a piece.</summary>
    /// <returns>The piece, good until these are disposed of.</returns>
    public ReadOnlyMemory<byte> Write<T>(T source, Action<T, BinaryWriter> encode)
    {
        _writer.Clear();
        encode(source, _writer);
        var piece = _writer.Written;
        if (piece.Length > ChunkPool.ChunkBytes)
        {
            return piece.ToArray();
        }

        if (_used + piece.Length > ChunkPool.ChunkBytes)
        {
            _chunks.Add(pool.Take());
            _used = 0;
        }

        var kept = _chunks[^1].AsMemory(_used, piece.Length);
        piece.CopyTo(kept.Span);
        _used += piece.Length;
        return kept;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunks.ForEach(pool.Return);
        _chunks.Clear();
        _used = ChunkPool.ChunkBytes;
        _writer.Dispose();
    }
}
