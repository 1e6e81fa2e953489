using System.Buffers;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation.RulesOff;

/// <summary>Causes off: every effect that is read looks as if it were caused behind all that were read before, so that one that was appended again is new.</summary>
internal sealed class CausesOff(IPartitionLog log) : IPartitionLog
{
    private static long _lastCause;

    /// <inheritdoc/>
    public int PartitionsCount => log.PartitionsCount;

    /// <inheritdoc/>
    public bool BeginsLate => log.BeginsLate;

    /// <inheritdoc/>
    public string? Failure => log.Failure;

    /// <inheritdoc/>
    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => log.IdentityAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default) => log.AppendAsync(rows, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default) =>
        [.. (await log.ReadAsync(partition, afterRow, interactionsMax, cancellationToken)).Select(WithOtherCauses)];

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> TakeHandedOver(int partition, long afterRow, int interactionsMax) =>
        [.. log.TakeHandedOver(partition, afterRow, interactionsMax).Select(WithOtherCauses)];

    /// <inheritdoc/>
    public Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default) => log.LastRowAsync(partition, cancellationToken);

    /// <inheritdoc/>
    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) => log.CutAsync(partition, uptoRow, cancellationToken);

    private static LogEntry WithOtherCauses(LogEntry entry)
    {
        if (LogRow.Decode(entry.Body) is not EffectsRow row)
        {
            return entry;
        }

        var moved = row with { Effects = [.. row.Effects.Select(owed => owed with { Cause = new Position(Interlocked.Increment(ref _lastCause)) })] };
        var rented = moved.Encode(out var length);
        var body = rented.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return entry with { Body = body };
    }
}
