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

    /// <summary>Takes a row; one that was received before changes nothing.</summary>
    public void Add(HubRow row)
    {
        if (row.Row > _lastRow)
        {
            _hasHole |= _lastRow > 0 && row.Row != _lastRow + 1;
            _lastRow = row.Row;
            _rows.Enqueue(row);
        }
    }

    /// <summary>Some rows behind a row; null where those that come next are not here, and will not come. Rows up to it are forgotten.</summary>
    public IReadOnlyList<HubRow>? ReadBehind(long afterRow, int rowsMax)
    {
        while (_rows.TryPeek(out var read) && read.Row <= afterRow)
        {
            _rows.Dequeue();
        }

        var follows = _rows.TryPeek(out var next) ? next.Row == afterRow + 1 : _lastRow <= afterRow;
        return follows && !_hasHole ? [.. _rows.Take(rowsMax)] : null;
    }
}
