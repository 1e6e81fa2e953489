namespace CxGrains.Embedded.Log;

/// <summary>
/// How many bytes of accepted interactions no checkpoint holds yet: what a restart would fold again, and what the log may not be
/// cut behind. It grows while checkpoints fail. Safe for concurrent use.
/// </summary>
/// <param name="bytesMax">The bound it is asked about; it is measured to a thousandth of it.</param>
internal sealed class LogBacklog(long bytesMax)
{
    private const int MarksMax = 1_000;

    private readonly Queue<(long Row, long Bytes)> _marks = new();
    private readonly Lock _lock = new();
    private long _appended;
    private long _marked;
    private long _committed;

    /// <summary>The bytes, rounded up.</summary>
    public long Bytes => Interlocked.Read(ref _appended) - Interlocked.Read(ref _committed);

    /// <summary>Counts a row; called in the order of the log.</summary>
    public void Append(long row, long bytes)
    {
        lock (_lock)
        {
            Interlocked.Add(ref _appended, bytes);
            if (_appended - _marked >= bytesMax / MarksMax)
            {
                _marks.Enqueue((row, _appended));
                _marked = _appended;
            }
        }
    }

    /// <summary>Takes note that every partition has a row, and all before it, in a checkpoint.</summary>
    public void Commit(long row)
    {
        lock (_lock)
        {
            while (_marks.TryPeek(out var mark) && mark.Row <= row)
            {
                _marks.Dequeue();
                Interlocked.Exchange(ref _committed, mark.Bytes);
            }
        }
    }
}
