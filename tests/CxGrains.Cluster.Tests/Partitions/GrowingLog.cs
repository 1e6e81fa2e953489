using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Partitions;

/// <summary>A log that is read row by row, and that may grow as fast as it is read.</summary>
internal sealed class GrowingLog(SimulatedLog rows, LogRow? nextRow = null) : IPartitionLog
{
    public int PartitionsCount => 1;

    public bool BeginsLate => false;

    public string? Failure => null;

    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult("growing");

    /// <summary>What an append waits for, or fails with.</summary>
    public Func<Task> BeforeAppend { get; init; } = () => Task.CompletedTask;

    public async Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> appends, CancellationToken cancellationToken = default)
    {
        await BeforeAppend();
        return [.. appends.Select(append => rows.Append(append.Row))];
    }

    public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default)
    {
        if (nextRow is not null)
        {
            rows.Append(nextRow);
        }

        return Task.FromResult(rows.Read(afterRow, rowsMax: 1));
    }

    public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => Task.FromResult(rows.LastRow);

    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default)
    {
        rows.Cut(uptoRow);
        return Task.CompletedTask;
    }
}
