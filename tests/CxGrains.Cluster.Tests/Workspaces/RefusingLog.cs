using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Workspaces;

/// <summary>The log, which takes no segments while it is told so: as where a directory is being moved in.</summary>
internal sealed class RefusingLog(IPartitionLog log, Func<bool> isRefusing) : IPartitionLog
{
    public int PartitionsCount => log.PartitionsCount;

    public bool BeginsLate => log.BeginsLate;

    public string? Failure => log.Failure;

    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => log.IdentityAsync(cancellationToken);

    public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) =>
        isRefusing() && rows.Any(row => row.Row is SegmentRow) ? throw new BusyException("The log takes no segments", 1) : log.AppendAsync(rows, cancellationToken);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
        log.ReadAsync(partition, afterRow, interactionsMax, cancellationToken);

    public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => log.LastRowAsync(partition, cancellationToken);

    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => log.CutAsync(partition, uptoRow, cancellationToken);
}
