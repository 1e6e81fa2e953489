namespace CxGrains.Cluster.EventHubs;

/// <summary>
/// Rows that were received and not read yet. Whether they follow each other without a hole is checked here and nowhere else: the
/// provider may skip what it could not deliver, and what it no longer has.
/// </summary>
internal sealed class ReceivedRows
{
    private readonly Queue<HubRow> _rows = new();
    private long _lastRow;
    private bool _hasHole;

    /// <summary>Rows that wait.</summary>
    public int Count => _rows.Count;

    /// <summary>Bytes of the rows that wait.</summary>
    public long Bytes { get; private set; }

    /// <summary>Takes a row; one that was received before changes nothing.</summary>
    public void Add(HubRow row)
    {
        if (row.Row > _lastRow)
        {
            _hasHole |= _lastRow > 0 && row.Row != _lastRow + 1;
            _lastRow = row.Row;
            _rows.Enqueue(row);
            Bytes += row.Entry.Body.Length;
        }
    }

    /// <summary>Some rows behind a row; null where those that come next are not here, and will not come. Rows up to it are forgotten.</summary>
    /// <param name="afterRow">The row.</param>
    /// <param name="rowsMax">Rows at most.</param>
    /// <param name="bytesMax">Bytes at most, the first row excepted.</param>
    public IReadOnlyList<HubRow>? ReadBehind(long afterRow, int rowsMax, long bytesMax = long.MaxValue)
    {
        while (_rows.TryPeek(out var read) && read.Row <= afterRow)
        {
            _rows.Dequeue();
            Bytes -= read.Entry.Body.Length;
        }

        var follows = _rows.TryPeek(out var next) ? next.Row == afterRow + 1 : _lastRow <= afterRow;
        return follows && !_hasHole ? Take(rowsMax, bytesMax) : null;
    }

    private List<HubRow> Take(int rowsMax, long bytesMax)
    {
        var bytes = 0L;
        return [.. _rows.Take(rowsMax).TakeWhile((row, i) => (bytes += row.Entry.Body.Length) <= bytesMax || i == 0)];
    }
}
