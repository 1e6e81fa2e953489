namespace CxGrains.Cluster.Partitions;

/// <summary>Who waits for rows to have their effect.</summary>
internal sealed class AppliedWaiters
{
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private Task _lastNotices = Task.CompletedTask;
    private Exception? _ended;

    /// <summary>Rows up to here have their effect.</summary>
    public long AppliedRow { get; private set; }

    /// <summary>Completes when a row has its effect, and those who watch have been told.</summary>
    public Task WaitAsync(long row)
    {
        if (_ended is { } ended)
        {
            return Task.FromException(ended);
        }

        if (row <= AppliedRow && _lastNotices.IsCompleted)
        {
            return Task.CompletedTask;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (row <= AppliedRow)
        {
            _ = CompleteAsync([done], _lastNotices);
        }
        else
        {
            _waiting.Enqueue(done, row);
        }

        return done.Task;
    }

    /// <summary>Rows up to here have their effect now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="notices">Those who watch are being told.</param>
    public void Advance(long row, Task notices)
    {
        AppliedRow = row;
        _lastNotices = notices;
        var done = new List<TaskCompletionSource>();
        while (_waiting.TryPeek(out var waiter, out var waitedRow) && waitedRow <= row)
        {
            _waiting.Dequeue();
            done.Add(waiter);
        }

        if (done.Count > 0)
        {
            _ = CompleteAsync(done, notices);
        }
    }

    /// <summary>A run begins behind a row.</summary>
    public void RestartAt(long row) => AppliedRow = row;

    /// <summary>Tells all, and whoever asks from now on, that nobody works any more.</summary>
    public void Fail(Exception error)
    {
        _ended = error;
        while (_waiting.TryDequeue(out var waiter, out _))
        {
            // Who waited may have gone.
            waiter.TrySetException(error);
            _ = waiter.Task.Exception;
        }
    }

    private static async Task CompleteAsync(List<TaskCompletionSource> done, Task notices)
    {
        await notices;
        done.ForEach(waiter => waiter.TrySetResult());
    }
}
