using CxGrains.Abstractions.Ingest;

namespace CxGrains.Abstractions.Audit;

/// <summary>
/// Who read and changed what of customers. Entries are durable before the caller goes on, are never changed, and leave only by age.
/// Of a customer an entry keeps a keyed hash: who has only the log cannot tell whom it is about, and who knows an id finds its entries.
/// </summary>
public interface IAuditLog
{
    /// <summary>Entries that one page may hold.</summary>
    const int PageMax = 200;

    /// <summary>Entries of one process that may wait to be written.</summary>
    const int WaitingMax = 4_096;

    /// <summary>Entries that one transaction writes.</summary>
    const int BatchMax = 512;

    /// <summary>Entries that one call removes.</summary>
    const int RemoveMax = 10_000;

    /// <summary>Adds an entry; durable when the task completes. Those that wait are written together.</summary>
    /// <exception cref="BusyException"><see cref="WaitingMax"/> entries wait already.</exception>
    /// <exception cref="UnavailableException">It cannot be written now.</exception>
    ValueTask AppendAsync(string workspace, AuditAct act, CancellationToken cancellationToken);

    /// <summary>A page of a workspace's entries, the newest first.</summary>
    /// <exception cref="UnavailableException">It cannot be read now.</exception>
    ValueTask<IReadOnlyList<AuditEntry>> ListAsync(string workspace, AuditQuery query, CancellationToken cancellationToken);

    /// <summary>Removes the oldest entries of all workspaces, at most <see cref="RemoveMax"/>.</summary>
    /// <param name="beforeMs">Only entries from before this instant, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="UnavailableException">It cannot be written now.</exception>
    ValueTask<int> RemoveBeforeAsync(long beforeMs, CancellationToken cancellationToken);
}
