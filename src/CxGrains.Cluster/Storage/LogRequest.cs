using System.Buffers;

namespace CxGrains.Cluster.Storage;

/// <summary>The rows one caller wants appended in one piece, encoded.</summary>
internal sealed class LogRequest
{
    private readonly TaskCompletionSource<IReadOnlyList<long>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[][] _rented;

    /// <summary>Encodes the rows into rented arrays, which <see cref="Release"/> gives back.</summary>
    public LogRequest(IReadOnlyList<LogAppend> rows)
    {
        Rows = rows;
        Numbers = new long[rows.Count];
        Bodies = new ReadOnlyMemory<byte>[rows.Count];
        _rented = new byte[rows.Count][];
        for (var i = 0; i < rows.Count; i++)
        {
            _rented[i] = rows[i].Row.Encode(out var length);
            Bodies[i] = _rented[i].AsMemory(0, length);
            Bytes += length;
            Interactions += rows[i].Interactions;
        }
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<LogAppend> Rows { get; }

    /// <summary>Their bytes; not to be read after <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte>[] Bodies { get; }

    /// <summary>The numbers given to them, before they are durable.</summary>
    public long[] Numbers { get; }

    /// <summary>Bytes of all rows.</summary>
    public long Bytes { get; }

    /// <summary>Interactions of all rows.</summary>
    public long Interactions { get; }

    /// <summary>The numbers, once they are durable.</summary>
    public Task<IReadOnlyList<long>> Done => _done.Task;

    /// <summary>Tells the caller that all is durable.</summary>
    public void Complete() => _done.TrySetResult(Numbers);

    /// <summary>Tells the caller that nothing was accepted.</summary>
    public void Fail(Exception error) => _done.TrySetException(error);

    /// <summary>Gives the bytes back to the pool.</summary>
    public void Release()
    {
        foreach (var bytes in _rented)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
