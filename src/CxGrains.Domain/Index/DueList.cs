using System.Diagnostics.CodeAnalysis;

namespace CxGrains.Domain.Index;

/// <summary>
/// The customers that time alone will change, soonest first. A customer is queued once: activity mostly moves its due time
/// back, and then it stays where it is and is queued again when its old time comes.
/// </summary>
public sealed class DueList<TEntry>
    where TEntry : CustomerEntry
{
    private readonly PriorityQueue<TEntry, long> _queue = new();

    /// <summary>Customers queued, stale places included.</summary>
    public int Count => _queue.Count;

    /// <summary>Takes note of when a customer is due.</summary>
    public void Schedule(TEntry entry)
    {
        if (entry.NextDueMs < entry.QueuedDueMs)
        {
            entry.QueuedDueMs = entry.NextDueMs;
            _queue.Enqueue(entry, entry.NextDueMs);
        }
    }

    /// <summary>Takes out the next customer that is due by an instant.</summary>
    public bool TryTake(long nowMs, [NotNullWhen(true)] out TEntry? entry)
    {
        while (_queue.TryPeek(out entry, out var queuedMs) && queuedMs <= nowMs)
        {
            _queue.Dequeue();
            if (entry.QueuedDueMs != queuedMs)
            {
                // A stale place: the customer was queued again for an earlier time.
                continue;
            }

            entry.QueuedDueMs = long.MaxValue;
            if (entry.NextDueMs <= nowMs)
            {
                return true;
            }

            Schedule(entry);
        }

        entry = null;
        return false;
    }
}
