using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>A checkpoint being written by another thread, with what the worker needs to know when it has ended.</summary>
internal sealed class CheckpointWrite
{
    private readonly Task _task;
    private volatile Exception? _error;

    /// <summary>Begins to write.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="image">What; it is released when written.</param>
    /// <param name="generation">The generation of changes it holds.</param>
    /// <param name="changed">The customers it holds.</param>
    /// <param name="foldedRow">The row up to which it holds everything.</param>
    /// <param name="folded">Interactions folded since the checkpoint before.</param>
    public CheckpointWrite(StateStore state, CheckpointImage image, int generation, List<ResidentEntry> changed, long foldedRow, int folded)
    {
        Image = image;
        Generation = generation;
        Changed = changed;
        FoldedRow = foldedRow;
        Folded = folded;
        _task = Task.Run(() => Write(state));
    }

    /// <summary>What is written; its bytes are gone afterwards.</summary>
    public CheckpointImage Image { get; }

    /// <summary>The generation of changes it holds.</summary>
    public int Generation { get; }

    /// <summary>The customers it holds.</summary>
    public List<ResidentEntry> Changed { get; }

    /// <summary>The row up to which it holds everything.</summary>
    public long FoldedRow { get; }

    /// <summary>Interactions folded since the checkpoint before.</summary>
    public int Folded { get; }

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
            using (Image)
            {
                state.Write(Image);
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
