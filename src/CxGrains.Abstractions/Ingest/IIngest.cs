namespace CxGrains.Abstractions.Ingest;

/// <summary>Takes interactions into the log.</summary>
public interface IIngest
{
    /// <summary>Bytes of lines that one batch may hold.</summary>
    long BatchBytesMax { get; }

    /// <summary>
    /// Appends a batch as one log row. When the task completes the batch is accepted: it is durable and will have its effect exactly once.
    /// </summary>
    /// <param name="batch">The batch; the runtime owns its buffers until the task completes.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch may still be accepted.</param>
    /// <returns>The row's position, in the form clients see.</returns>
    /// <exception cref="BusyException">The runtime holds as much as it may; nothing was accepted.</exception>
    /// <exception cref="LinesRefusedException">Some lines cannot be taken; nothing was accepted, and the batch without them can be.</exception>
    /// <exception cref="UnavailableException">It cannot be made durable now; nothing was accepted.</exception>
    ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken);

    /// <summary>Completes when everything up to a position that <see cref="AppendAsync"/> returned has its effect in all views.</summary>
    /// <exception cref="Domain.InvalidFieldException">The position has not the form that clients see.</exception>
    ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken);
}
