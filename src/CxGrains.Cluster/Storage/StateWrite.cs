namespace CxGrains.Cluster.Storage;

/// <summary>A state that waits to be written.</summary>
/// <param name="Key">Whose it is.</param>
/// <param name="ReadVersion">The version it replaces; 0 where none was read, and then it must be the first.</param>
/// <param name="State">The bytes.</param>
/// <param name="Mark">What an erase of it would have left; empty where a version was read.</param>
/// <param name="Position">The last record that it holds.</param>
internal sealed record StateWrite(string Key, int ReadVersion, byte[] State, byte[] Mark, long Position)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was written, once that is durable; false where another version is stored than the one it replaces, or it is from before an erase.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Says whether it was written.</summary>
    public void Complete(bool isWritten) => _done.TrySetResult(isWritten);

    /// <summary>Says that nobody knows whether it was written.</summary>
    public void Fail(Exception error) => _done.TrySetException(error);
}
