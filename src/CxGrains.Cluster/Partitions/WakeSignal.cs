namespace CxGrains.Cluster.Partitions;

/// <summary>Wakes one who waits; set beforehand, the next wait is over at once.</summary>
/// <param name="waiting">The time that waits take.</param>
internal sealed class WakeSignal(TimeProvider waiting)
{
    private volatile TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes.</summary>
    public void Set() => _set.TrySetResult();

    /// <summary>Waits until it is set, or for a while.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        // A timer that fires late sets the next wait: one look too many, and harmless.
        using var over = waiting.CreateTimer(static signal => ((WakeSignal)signal!).Set(), this, atMost, Timeout.InfiniteTimeSpan);
        await _set.Task;
        _set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
