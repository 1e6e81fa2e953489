using CxGrains.Abstractions.Ingest;

namespace CxGrains.Cluster.Storage;

/// <summary>The durable log, one sequence of rows for each partition. Rows become visible in the order of their numbers.</summary>
public interface IPartitionLog
{
    /// <summary>Partitions of the log, from 1.</summary>
    int PartitionsCount { get; }

    /// <summary>Whether the first rows may be gone though nothing was ever committed, as in a hub that was in use before.</summary>
    bool BeginsLate { get; }

    /// <summary>
    /// Which log this is: its kind, and where it could be taken for another, which one. Positions of one log mean nothing in another:
    /// a database that began with one refuses every other.
    /// </summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<string> IdentityAsync(CancellationToken cancellationToken = default);

    /// <summary>Why the last append failed; null where it did not.</summary>
    string? Failure { get; }

    /// <summary>Appends rows, all of them or none, and answers once they are durable.</summary>
    /// <param name="rows">The rows; those of one partition get numbers in their order here.</param>
    /// <param name="cancellationToken">Ends the waiting, not the appending: what was handed in may still become durable.</param>
    /// <returns>For each row, in the order of <paramref name="rows"/>, its number or that of a row behind it.</returns>
    /// <exception cref="BusyException">Too much waits to be written, or to be folded in one of the partitions. Nothing was appended.</exception>
    /// <remarks>
    /// Any other exception means that the caller was not told of a durable append. Where the connection broke during the
    /// commit, the rows may be there nevertheless: sending them again is safe, because a repeated interaction has no effect.
    /// </remarks>
    Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default);

    /// <summary>Reads on behind a row: as many rows as fit the bounds, and at least one where there is any.</summary>
    /// <param name="partition">The partition, from 0.</param>
    /// <param name="afterRow">The last row already read; 0 for none.</param>
    /// <param name="interactionsMax">Interactions to read at most, the first row excepted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default);

    /// <summary>The last row of a partition that was appended up to now; 0 where there is none to be read.</summary>
    /// <param name="partition">The partition, from 0.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default);

    /// <summary>Takes rows that were appended on this silo and are durable, where they follow a row without a hole; none where the next is not at hand.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="afterRow">The row they follow.</param>
    /// <param name="interactionsMax">Interactions to stop at; the first row may pass it alone.</param>
    /// <remarks>They are given once. The log may go on behind them.</remarks>
    IReadOnlyList<LogEntry> TakeHandedOver(int partition, long afterRow, int interactionsMax) => [];

    /// <summary>Deletes rows whose effect is durable elsewhere, and takes their interactions from the backlog.</summary>
    /// <param name="partition">The partition, from 0.</param>
    /// <param name="uptoRow">The last row to delete.</param>
    /// <param name="cancellationToken">Ends the deleting; it goes in steps, and what was deleted stays so.</param>
    Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default);
}
