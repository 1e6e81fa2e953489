namespace CxGrains.Web.Live;

/// <summary>Wakes one waiter. Set any number of times before the waiter looks, it wakes it once. Safe for concurrent use.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _set = New();

    /// <summary>Wakes the waiter, now or when it comes. Returns at once and runs nothing of the waiter's.</summary>
    public void Set()
    {
        // What the signal stands for must be visible before this looks whom to wake, or both sides could miss each other.
        Interlocked.MemoryBarrier();
        Volatile.Read(ref _set).TrySetResult();
    }

    /// <summary>Completes when the signal is set.</summary>
    public Task Task => Volatile.Read(ref _set).Task;

    /// <summary>Makes ready for the next wake-up; what the signal stood for must be looked at afterwards, or it is missed.</summary>
    public void Reset()
    {
        if (Volatile.Read(ref _set).Task.IsCompleted)
        {
            Interlocked.Exchange(ref _set, New());
        }
    }

    // Continuations elsewhere: a runtime's thread must not be held by whoever waits.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
