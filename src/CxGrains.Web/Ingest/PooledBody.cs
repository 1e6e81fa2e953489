using System.Buffers;

namespace CxGrains.Web.Ingest;

/// <summary>A request's body in a pooled buffer that grows as data comes, so that a slow sender holds no more than it has sent.</summary>
/// <param name="budget">What the buffer is counted against.</param>
internal sealed class PooledBody(IngestBudget budget) : IDisposable
{
    private byte[] _buffer = [];

    /// <summary>Bytes in it.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; whoever reads them may also move them together.</summary>
    public Memory<byte> Bytes => _buffer.AsMemory(0, Length);

    /// <summary>Room behind the bytes, for reading more into; at least one byte, at most what still fits into <paramref name="bytesMax"/>.</summary>
    /// <exception cref="Problems.ProblemException">The server holds as many bytes as it may.</exception>
    public Memory<byte> Room(int bytesMax, int sizeHint)
    {
        if (Length == _buffer.Length)
        {
            Grow((int)Math.Min(bytesMax, Math.Max(sizeHint, 2L * Length)));
        }

        return _buffer.AsMemory(Length, Math.Min(_buffer.Length, bytesMax) - Length);
    }

    /// <summary>Room for at least so many bytes behind the bytes.</summary>
    /// <exception cref="Problems.ProblemException">The server holds as many bytes as it may.</exception>
    public Memory<byte> RoomFor(int bytes, int bytesMax)
    {
        if (_buffer.Length - Length < bytes)
        {
            Grow((int)Math.Min(bytesMax, Math.Max((long)Length + bytes, 2L * Length)));
        }

        return _buffer.AsMemory(Length);
    }

    /// <summary>Takes back what lies behind a length.</summary>
    public void CutTo(int length) => Length = length;

    /// <summary>Notes that bytes were read into the room.</summary>
    public void Advance(int bytes) => Length += bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            budget.GiveBack(_buffer.Length);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            Length = 0;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            budget.Take(larger.Length);
        }
        catch (Problems.ProblemException)
        {
            ArrayPool<byte>.Shared.Return(larger);
            throw;
        }

        _buffer.AsSpan(0, Length).CopyTo(larger);
        var length = Length;
        Dispose();
        (_buffer, Length) = (larger, length);
    }
}
