namespace CxGrains.Embedded.Partitions;

/// <summary>A checkpoint being written by another thread, with what the worker needs to know when it has ended.</summary>
internal sealed class CheckpointWrite
{
    private readonly Task _task;
    private volatile Exception? _error;

    /// <summary>Begins to write.</summary>
    /// <param name="context">The partition's.</param>
    /// <param name="draft">What, complete; its image is released when written.</param>
    public CheckpointWrite(PartitionContext context, CheckpointDraft draft)
    {
        Draft = draft;
        _task = Task.Run(() => Write(context));
    }

    /// <summary>What is written; the bytes of its image are gone afterwards.</summary>
    public CheckpointDraft Draft { get; }

    /// <summary>Whether it has ended.</summary>
    public bool IsDone => _task.IsCompleted;

    /// <summary>Why it failed; null where it did not, or has not ended.</summary>
    public Exception? Error => _error;

    /// <summary>Waits until it has ended. Only a worker's own thread may wait.</summary>
    public void Wait() => ((IAsyncResult)_task).AsyncWaitHandle.WaitOne();

    private void Write(PartitionContext context)
    {
        try
        {
            using (Draft.Image)
            {
                context.Save(Draft);
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
