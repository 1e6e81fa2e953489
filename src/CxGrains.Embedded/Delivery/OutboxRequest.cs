using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Delivery;

/// <summary>What one caller wants of the outbox, done in a transaction that it may share with others.</summary>
/// <param name="run">Does it; what it throws but for <see cref="StorageException"/> it must throw before it has changed anything.</param>
/// <param name="done">Called once the transaction has committed.</param>
/// <param name="failed">Called in its place.</param>
internal sealed class OutboxRequest(Action<OutboxStore> run, Action done, Action<Exception> failed)
{
    private Exception? _refusal;

    /// <summary>Does it.</summary>
    /// <exception cref="StorageException">The database failed: nothing of the transaction holds.</exception>
    public void Run(OutboxStore store)
    {
        _refusal = null;
        try
        {
            run(store);
        }
#pragma warning disable CA1031 // Whatever a request is refused for, only its caller hears of it.
        catch (Exception error) when (error is not StorageException)
#pragma warning restore CA1031
        {
            _refusal = error;
        }
    }

    /// <summary>Tells the caller that it is durable, or why it was refused.</summary>
    public void Complete()
    {
        if (_refusal is { } refusal)
        {
            failed(refusal);
        }
        else
        {
            done();
        }
    }

    /// <summary>Tells the caller that nothing was done.</summary>
    public void Fail(Exception error) => failed(error);
}
