namespace CxGrains.Cluster.Partitions;

/// <summary>Who waits for rows to have their effect.</summary>
internal sealed class AppliedWaiters
{
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private Task _lastFollowing = Task.CompletedTask;
    private Exception? _ended;

    /// <summary>Rows up to here have their effect.</summary>
    public long AppliedRow { get; private set; }

    /// <summary>Completes when a row has its effect, those who watch have been told, and what it means for other partitions is in their logs.</summary>
    public Task WaitAsync(long row)
    {
        if (_ended is { } ended)
        {
            return Task.FromException(ended);
        }

        if (row <= AppliedRow && _lastFollowing.IsCompletedSuccessfully)
        {
            return Task.CompletedTask;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (row <= AppliedRow)
        {
            _ = CompleteAsync([done], _lastFollowing);
        }
        else
        {
            _waiting.Enqueue(done, row);
        }

        return done.Task;
    }

    /// <summary>Rows up to here have their effect now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="following">What else belongs to it: those who watch are being told, and logs of other partitions written.</param>
    public void Advance(long row, Task following)
    {
        AppliedRow = row;
        _lastFollowing = following;
        var done = new List<TaskCompletionSource>();
        while (_waiting.TryPeek(out var waiter, out var waitedRow) && waitedRow <= row)
        {
            _waiting.Dequeue();
            done.Add(waiter);
        }

        if (done.Count > 0)
        {
            _ = CompleteAsync(done, following);
        }
    }

    /// <summary>A run begins behind a row.</summary>
    public void RestartAt(long row)
    {
        AppliedRow = row;
        if (_lastFollowing.IsFaulted)
        {
            // Of rows that are folded again.
            _lastFollowing = Task.CompletedTask;
        }
    }

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

    private static async Task CompleteAsync(List<TaskCompletionSource> done, Task following)
    {
        await following.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (following.Exception is { } failed)
        {
            done.ForEach(waiter => waiter.TrySetException(new TimeoutException("What the row means for other partitions could not be appended", failed)));
            return;
        }

        done.ForEach(waiter => waiter.TrySetResult());
    }
}
