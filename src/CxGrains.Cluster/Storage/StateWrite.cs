namespace CxGrains.Cluster.Storage;

/// <summary>A state that waits to be written.</summary>
/// <param name="Key">Whose it is.</param>
/// <param name="ReadVersion">The version it replaces; 0 where none was read, and then it must be the first.</param>
/// <param name="State">The bytes.</param>
internal sealed record StateWrite(string Key, int ReadVersion, byte[] State)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was written, once that is durable; false where another version is stored than the one it replaces.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Says whether it was written.</summary>
    public void Complete(bool isWritten) => _done.TrySetResult(isWritten);

    /// <summary>Says that nobody knows whether it was written.</summary>
    public void Fail(Exception error) => _done.TrySetException(error);
}
