using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;
using CxGrains.Embedded.Delivery;
using CxGrains.Embedded.Documents;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Privacy;

/// <summary>
/// Removes what is left of erased customers outside the partitions: in rows of the log that are kept, in quarantine, in issues of reports, in the outbox and in
/// the files' journals. It goes by the tombstones that the checkpoints hold, and so begins anew after a crash until it was once through.
/// </summary>
internal sealed partial class Sweeper(
    DataDirectory directory, LogWriter writer, PayloadQuarantine payloads, DocumentStore documents, EmbeddedOutbox outbox, TimeProvider time, ILogger logger)
{
    private const string SweptRow = "sweptRow";
    private const long RewrittenBytesMax = 4 * 1024 * 1024;

    // Files are written anew, and large ones take their time: most of it is left to others, whoever goes on sending what is erased.
    private static readonly TimeSpan RestMin = TimeSpan.FromSeconds(10);
    private const int RestFactor = 20;

    private long _sweptRow = directory.State.FindSetting(SweptRow) ?? 0;
    private long? _endedAt;
    private TimeSpan _rest = RestMin;
    private Task _running = Task.CompletedTask;

    /// <summary>Begins a sweep where one is due.</summary>
    /// <param name="namedRow">The newest row of the log that named an erased customer.</param>
    /// <param name="committedRow">The row up to which all is in checkpoints.</param>
    public void Tick(long namedRow, long committedRow)
    {
        if (_running.IsCompleted && namedRow > _sweptRow && committedRow >= namedRow && (_endedAt is not { } endedAt || time.GetElapsedTime(endedAt) >= _rest))
        {
            _running = TrySweepAsync(committedRow);
        }
    }

    /// <summary>Ends with a last sweep where one is due; nothing is folded any more.</summary>
    public async Task FinishAsync(long namedRow, long committedRow)
    {
        await _running;
        _endedAt = null;
        Tick(namedRow, committedRow);
        await _running;
    }

    private async Task TrySweepAsync(long upToRow)
    {
        var begun = time.GetTimestamp();
        try
        {
            await Task.Run(() => SweepAsync(upToRow));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The tombstones stay, and so it is tried again.
            LogFailed(error);
        }

        _endedAt = time.GetTimestamp();
        _rest = TimeSpan.FromTicks(Math.Max(RestMin.Ticks, RestFactor * time.GetElapsedTime(begun, _endedAt.Value).Ticks));
    }

    private async Task SweepAsync(long upToRow)
    {
        var tombstones = directory.State.ReadTombstones();
        await RewriteLogAsync(upToRow, IsErased);
        await payloads.RemoveAllAsync((workspace, payload) => PayloadText.Names(payload, text => IsNamed(workspace, text)));
        await documents.RewriteAllAsync(document => ReportIssue.WithoutCustomers(document, customer => IsErased(document.Workspace, customer)));
        await outbox.RemoveAllAsync(IsErased);
        await RebuildLogAsync();
        using (var messages = Database.Open(directory.OutboxPath, OutboxStore.PageBytes))
        {
            messages.Rebuild();
        }

        directory.State.Sweep((workspace, line) => QuarantinedLine.Names(line, text => IsNamed(workspace, text)));
        directory.State.PutSetting(SweptRow, upToRow);
        _sweptRow = upToRow;

        bool IsErased(string workspace, string customer) => tombstones[workspace].Any(part => part.IsOf(customer));

        bool IsNamed(string workspace, string text) => tombstones[workspace].Any(part => part.Names(text));
    }

    private async Task RewriteLogAsync(long upToRow, Func<string, string, bool> isErased)
    {
        using var log = new LogStore(directory.LogPath);
        var rewritten = new List<(long Row, byte[] Body)>();
        var bytes = 0L;
        foreach (var (number, body) in log.ReadBetween(0, upToRow))
        {
            var row = LogRow.Decode(body);
            var without = row.Without(isErased);
            if (!ReferenceEquals(row, without))
            {
                var encoded = without.Encode(out var length);
                rewritten.Add((number, encoded[..length]));
                bytes += length;
            }

            if (bytes > RewrittenBytesMax)
            {
                await WriteAsync(rewritten);
                (rewritten, bytes) = ([], 0);
            }
        }

        await WriteAsync(rewritten);
    }

    private async Task RebuildLogAsync()
    {
        var request = new LogRequest { Afterwards = static database => database.Rebuild() };
        writer.Enqueue(request);
        await request.Done;
    }

    private async Task WriteAsync(List<(long Row, byte[] Body)> rewritten)
    {
        var request = new LogRequest { Change = database => rewritten.ForEach(row => LogStore.Rewrite(database, row.Row, row.Body)) };
        writer.Enqueue(request);
        await request.Done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is left of erased customers could not be removed from the files; it is tried again")]
    private partial void LogFailed(Exception error);
}
