using System.Diagnostics;

namespace CxGrains.LoadGenerator.Live;

/// <summary>
/// Markers on their way to one topic. A marker has arrived when the topic's count reaches the count that includes it; where one
/// overtakes another, each is taken for the other. Safe for concurrent use.
/// </summary>
internal sealed class PendingMarkers
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Count, long SentAt)> _pending = new();
    private readonly List<double> _delaysMs = [];

    /// <summary>Markers that have not arrived.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    /// <summary>The delays of all that have arrived, in milliseconds.</summary>
    public IReadOnlyList<double> DelaysMs
    {
        get
        {
            lock (_lock)
            {
                return [.. _delaysMs];
            }
        }
    }

    /// <summary>Takes note of a marker that is about to be sent.</summary>
    /// <param name="count">The topic's count once it has arrived; above those of the markers before.</param>
    /// <param name="sentAt">Now, as a timestamp of the stopwatch.</param>
    public void Add(long count, long sentAt)
    {
        lock (_lock)
        {
            _pending.Enqueue((count, sentAt));
        }
    }

    /// <summary>Takes note of a message.</summary>
    /// <param name="count">The topic's count.</param>
    /// <param name="arrivedAt">When it came.</param>
    public void Reach(long count, long arrivedAt)
    {
        lock (_lock)
        {
            while (_pending.TryPeek(out var marker) && marker.Count <= count)
            {
                _pending.Dequeue();
                _delaysMs.Add(Stopwatch.GetElapsedTime(marker.SentAt, arrivedAt).TotalMilliseconds);
            }
        }
    }
}
