using System.Collections.Concurrent;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CxGrains.Cluster.Ingest;

/// <summary>Appends batches to the partitions' logs, all rows of one in one transaction, and wakes the workers.</summary>
internal sealed class ClusterIngest(IPartitionLog log, IGrainFactory grains, IOptions<PostgresLogOptions> options, CustomersLimit limit) : IIngest
{
    private const int RetryAfterSeconds = 2;

    // Further ones are of long chains of merged ids, or of what others send meanwhile.
    private const int EffectHopsMax = 8;

    // Up to where each partition's rows are known to have their effect, and what they mean for others too.
    private readonly ConcurrentDictionary<int, long> _wholeRows = [];

    /// <inheritdoc/>
    public long BatchBytesMax => options.Value.WaitingBytesMax;

    /// <inheritdoc/>
    public async ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        await limit.ThrowIfAnyIsNewAsync(batch, cancellationToken);
        var appends = RowsOf(batch);
        IReadOnlyList<long> rows;
        try
        {
            rows = await log.AppendAsync(appends, cancellationToken);
        }
        catch (NpgsqlException error)
        {
            throw new UnavailableException("The log cannot be written now", RetryAfterSeconds, error);
        }

        foreach (var append in appends)
        {
            grains.GetGrain<IPartitionGrain>(append.Partition).WakeAsync().Ignore();
        }

        return ClusterPosition.Write(appends.Zip(rows, (append, row) => (append.Partition, row)));
    }

    /// <inheritdoc/>
    public async ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken)
    {
        var waited = new Dictionary<int, long>();
        var next = ClusterPosition.Parse(position, log.PartitionsCount).Select(part => new EffectRow(part.Partition, part.Row)).ToList();
        for (var hops = 0; hops <= EffectHopsMax && next.Count > 0; hops++)
        {
            var owed = await Task.WhenAll(next.Select(part => WaitAsync(part.Partition, part.Row, cancellationToken)));
            next.ForEach(part => waited[part.Partition] = part.Row);
            next = [.. owed.SelectMany(rows => rows).GroupBy(row => row.Partition, (_, rows) => rows.MaxBy(row => row.Row)).Where(row => IsBehind(row, waited))];
        }

        if (next.Count == 0)
        {
            foreach (var (partition, row) in waited)
            {
                _wholeRows.AddOrUpdate(partition, row, (_, known) => Math.Max(known, row));
            }
        }
    }

    private bool IsBehind(EffectRow row, Dictionary<int, long> waited) =>
        row.Row > waited.GetValueOrDefault(row.Partition) && row.Row > _wholeRows.GetValueOrDefault(row.Partition);

    // A worker may move to another silo meanwhile; then the next one is asked.
    private async Task<EffectRow[]> WaitAsync(int partition, long row, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await grains.GetGrain<IPartitionGrain>(partition).WaitUntilAppliedAsync(row).WaitAsync(cancellationToken) is { } owed)
                {
                    return owed;
                }
            }
            catch (Exception error) when (error is TimeoutException or OrleansException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private List<LogAppend> RowsOf(InteractionBatch batch)
    {
        var starts = new int[batch.LineLengths.Count + 1];
        for (var line = 0; line < batch.LineLengths.Count; line++)
        {
            starts[line + 1] = starts[line] + batch.LineLengths[line];
        }

        var slices = Partitioning.Split(batch.Workspace, batch.Interactions, log.PartitionsCount);
        var appends = new List<LogAppend>();
        for (var partition = 0; partition < slices.Length; partition++)
        {
            if (slices[partition].Count > 0)
            {
                appends.Add(new LogAppend(partition, RowOf(batch, slices[partition], starts), slices[partition].Count)
                {
                    AsRead = slices[partition].Select(line => batch.Interactions[line]).ToArray(),
                });
            }
        }

        return appends;
    }

    private static InteractionsRow RowOf(InteractionBatch batch, ArraySegment<int> lines, int[] starts)
    {
        var lengths = new int[lines.Count];
        var bytes = new byte[lines.Sum(line => batch.LineLengths[line])];
        var at = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = batch.LineLengths[lines[i]];
            batch.Lines.Span.Slice(starts[lines[i]], lengths[i]).CopyTo(bytes.AsSpan(at));
            at += lengths[i];
        }

        return new InteractionsRow(batch.ReceivedMs, batch.Workspace, batch.IsImport, lengths, bytes);
    }
}
