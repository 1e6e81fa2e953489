using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The logs of all partitions as one worker reaches them.</summary>
internal sealed class LogOfWorker(SimulatedLog[] logs, Link link, Random random, NamePool names) : IPartitionLog
{
    private const int RowsAtOnceMax = 6;

    /// <inheritdoc/>
    public int PartitionsCount => logs.Length;

    public bool BeginsLate => false;

    public string? Failure => null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => Task.FromResult<IReadOnlyList<long>>([.. rows.Select(row => logs[row.Partition].Append(row.Row))]));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
        link.CallAsync(() => Task.FromResult(logs[partition].Read(afterRow, random.Next(1, RowsAtOnceMax + 1))));

    /// <summary>Now and then the next rows come from this silo, with their interactions as read.</summary>
    public IReadOnlyList<LogEntry> TakeHandedOver(int partition, long afterRow, int interactionsMax) =>
        random.Next(2) == 0 ? [] : [.. logs[partition].Read(afterRow, random.Next(1, RowsAtOnceMax + 1)).Select(AsRead)];

    /// <inheritdoc/>
    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult("simulated");

    /// <inheritdoc/>
    public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => link.CallAsync(() => Task.FromResult(logs[partition].LastRow));

    /// <inheritdoc/>
    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => link.CallAsync(() =>
    {
        logs[partition].Cut(uptoRow);
        return Task.CompletedTask;
    });

    private LogEntry AsRead(LogEntry entry)
    {
        if (LogRow.Decode(entry.Body) is not InteractionsRow row)
        {
            return entry;
        }

        var start = 0;
        var interactions = row.LineLengths.Select(length =>
        {
            var line = row.Lines.Span.Slice(start, length);
            start += length;
            return InteractionReader.TryRead(line, row.ReceivedMs, names, out var interaction, out _) ? interaction! : null;
        }).ToList();
        return interactions.Contains(null) ? entry : entry with { Interactions = interactions! };
    }
}
