using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Simulation.Machine;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The log as one worker reaches it.</summary>
internal sealed class LogOfWorker(SimulatedLog log, Link link, Random random) : IPartitionLog
{
    private const int RowsAtOnceMax = 6;

    /// <inheritdoc/>
    public int PartitionsCount => 1;

    public bool BeginsLate => false;

    public string? Failure => null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => Task.FromResult<IReadOnlyList<long>>([.. rows.Select(row => log.Append(row.Row))]));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => Task.FromResult(log.Read(afterRow, random.Next(1, RowsAtOnceMax + 1))));

    /// <inheritdoc/>
    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult("simulated");

    /// <inheritdoc/>
    public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => link.CallAsync(() => Task.FromResult(log.LastRow));

    /// <inheritdoc/>
    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => link.CallAsync(() =>
    {
        log.Cut(uptoRow);
        return Task.CompletedTask;
    });
}
