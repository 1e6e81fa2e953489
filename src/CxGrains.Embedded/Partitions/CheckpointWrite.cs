using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>A checkpoint being written by another thread, with what the worker needs to know when it has ended.</summary>
internal sealed class CheckpointWrite
{
    private readonly Task _task;
    private volatile Exception? _error;

    /// <summary>Begins to write.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="draft">What, complete; its image is released when written.</param>
    public CheckpointWrite(StateStore state, CheckpointDraft draft)
    {
        Draft = draft;
        _task = Task.Run(() => Write(state));
    }

    /// <summary>What is written; the bytes of its image are gone afterwards.</summary>
    public CheckpointDraft Draft { get; }

    /// <summary>Whether it has ended.</summary>
    public bool IsDone => _task.IsCompleted;

    /// <summary>Why it failed; null where it did not, or has not ended.</summary>
    public Exception? Error => _error;

    /// <summary>Waits until it has ended. Only a worker's own thread may wait.</summary>
    public void Wait() => ((IAsyncResult)_task).AsyncWaitHandle.WaitOne();

    private void Write(StateStore state)
    {
        try
        {
            using (Draft.Image)
            {
                state.Write(Draft.Image);
            }
        }
#pragma warning disable CA1031 // The worker takes note of whatever went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _error = error;
        }
    }
}
