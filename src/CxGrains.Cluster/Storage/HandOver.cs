using CxGrains.Domain.Interactions;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// Rows of one partition on their way from this silo's appending to a worker on the same silo, which then need not read them back and
/// parse them again. It holds durable rows only, one behind the other; where one is missing, or there is no room, the database has it.
/// What a worker that left did not take stays, within the bounds, until one is here again.
/// </summary>
/// <param name="interactionsMax">Interactions that may wait.</param>
/// <param name="bytesMax">Bytes that may wait.</param>
internal sealed class HandOver(int interactionsMax, int bytesMax)
{
    private readonly Lock _lock = new();
    private readonly Queue<LogEntry> _rows = new();
    private long _lastRow;
    private int _interactions;
    private int _bytes;
    private bool _isAsked;

    /// <summary>Offers a row that is durable now; it is left out where it does not follow the last one, where there is no room, or where nobody ever asked.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="body">Its bytes, of which a copy is kept.</param>
    /// <param name="asRead">Its interactions as read; null where nobody has read them.</param>
    public void Offer(long row, ReadOnlySpan<byte> body, IReadOnlyList<Interaction>? asRead)
    {
        var interactions = asRead?.Count ?? 0;
        lock (_lock)
        {
            var fits = _interactions + interactions <= interactionsMax && _bytes + body.Length <= bytesMax;
            if (_isAsked && fits && (_rows.Count == 0 || row == _lastRow + 1))
            {
                _rows.Enqueue(new LogEntry(row, body.ToArray()) { Interactions = asRead });
                _lastRow = row;
                _interactions += interactions;
                _bytes += body.Length;
            }
        }
    }

    /// <summary>Takes rows that follow one without a hole; none where the next is not here.</summary>
    /// <param name="afterRow">The row they follow. What lies before is let go.</param>
    /// <param name="interactionsMax">Interactions to stop at; the first row may pass it alone.</param>
    public IReadOnlyList<LogEntry> Take(long afterRow, int interactionsMax)
    {
        lock (_lock)
        {
            _isAsked = true;
            while (_rows.TryPeek(out var old) && old.Row <= afterRow)
            {
                Dequeue();
            }

            var taken = new List<LogEntry>();
            var interactions = 0;
            while (_rows.TryPeek(out var next)
                && next.Row == afterRow + 1 + taken.Count
                && (taken.Count == 0 || interactions + (next.Interactions?.Count ?? 0) <= interactionsMax))
            {
                taken.Add(Dequeue());
                interactions += next.Interactions?.Count ?? 0;
            }

            return taken;
        }
    }

    private LogEntry Dequeue()
    {
        var row = _rows.Dequeue();
        _interactions -= row.Interactions?.Count ?? 0;
        _bytes -= row.Body.Length;
        return row;
    }
}
