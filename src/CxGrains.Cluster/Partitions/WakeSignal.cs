namespace CxGrains.Cluster.Partitions;

/// <summary>Wakes one who waits; set beforehand, the next wait is over at once.</summary>
internal sealed class WakeSignal
{
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes.</summary>
    public void Set() => _set.TrySetResult();

    /// <summary>Waits until it is set, or for a while.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(_set.Task, Task.Delay(atMost, over.Token));
        await over.CancelAsync();
        if (_set.Task.IsCompleted)
        {
            _set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
