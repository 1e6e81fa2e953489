using System.Buffers;
using System.Collections.Concurrent;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Log;

/// <summary>
/// The one writer of the log. Requests queue; one transaction takes all that is waiting, so that a sync to the disk is shared.
/// What was committed is handed on in the order of the log.
/// </summary>
internal sealed partial class LogWriter : IDisposable
{
    /// <summary>Requests that may wait.</summary>
    public const int WaitingRequestsMax = 4_096;

    private const int TransactionBytesMax = 8 * 1024 * 1024;
    private const int CutRowsMin = 64;

    private readonly LogStore _store;
    private readonly ILogger _logger;
    private readonly BlockingCollection<LogRequest> _queue = new(WaitingRequestsMax);
    private readonly List<LogRequest> _group = [];
    private readonly Thread _thread;
    private long _cutRow;
    private long _cutReceivedMs;

    /// <summary>Starts the writer.</summary>
    public LogWriter(LogStore store, ILogger logger)
    {
        _store = store;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "log writer" };
        _thread.Start();
    }

    /// <summary>Why the last transaction failed; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Encodes a row and queues it.</summary>
    /// <exception cref="BusyException">The queue is full.</exception>
    public LogRequest Enqueue(LogRow row, Action<long> committed)
    {
        var bytes = row.Encode(out var length);
        var request = new LogRequest { Row = row, Bytes = bytes, Length = length, Committed = committed };
        try
        {
            Enqueue(request);
        }
        catch (BusyException)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }

        return request;
    }

    /// <summary>Queues a request.</summary>
    /// <exception cref="BusyException">The queue is full.</exception>
    public void Enqueue(LogRequest request)
    {
        if (!_queue.TryAdd(request))
        {
            throw new BusyException($"The log has {WaitingRequestsMax} requests waiting, which is its limit", 1);
        }
    }

    /// <summary>Lets the writer cut rows at or before one that were received by an instant, along with this and coming transactions.</summary>
    public void CutUpTo(long row, long receivedMs)
    {
        Interlocked.Exchange(ref _cutReceivedMs, receivedMs);
        Interlocked.Exchange(ref _cutRow, row);

        // Where nothing else is written, an empty request brings the transaction; a full queue brings one anyway.
        _queue.TryAdd(new LogRequest());
    }

    /// <summary>Writes what waits, and ends.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    // A thread of its own: it waits for the disk most of the time, and the thread pool's few threads serve requests.
    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            _group.Add(first);
            var bytes = first.Length;
            while (bytes < TransactionBytesMax && _queue.TryTake(out var request))
            {
                _group.Add(request);
                bytes += request.Length;
            }

            Commit();
            _group.Clear();
        }
    }

    private void Commit()
    {
        var lastRow = _store.LastRow;
        try
        {
            _store.Database.InTransaction(WriteGroup);
            Failure = null;
        }
#pragma warning disable CA1031 // Whatever fails, the callers must hear that nothing was accepted, and the writer goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _store.Rewind(lastRow);
            Failure = error.Message;
            LogFailed(error, _group.Count);
            var told = error is StorageException
                ? new StorageException("The log cannot be written, so nothing was accepted; /readyz tells why, and the same request will be taken once it can")
                : error;
            foreach (var request in _group)
            {
                Release(request);
                request.Fail(told);
            }

            return;
        }

        foreach (var request in _group)
        {
            Release(request);
            request.Committed?.Invoke(request.Number);
            Finish(request);
        }
    }

    private void Finish(LogRequest request)
    {
        try
        {
            request.Afterwards?.Invoke(_store.Database);
            request.Complete();
        }
        catch (StorageException error)
        {
            request.Fail(error);
        }
    }

    private void WriteGroup()
    {
        foreach (var request in _group)
        {
            if (request.Row is { } row)
            {
                request.Number = _store.Append(row.ReceivedMs, request.Bytes.AsSpan(0, request.Length));
            }

            request.Change?.Invoke(_store.Database);
        }

        var cutRow = Interlocked.Read(ref _cutRow);
        if (cutRow > 0)
        {
            // Twice as many as were appended, so that cutting keeps up with any load without ever holding it up for long.
            _store.Cut(cutRow, Interlocked.Read(ref _cutReceivedMs), CutRowsMin + (2 * _group.Count));
        }
    }

    private static void Release(LogRequest request)
    {
        if (request.Bytes is { } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be written; {Requests} requests were refused")]
    private partial void LogFailed(Exception error, int requests);
}
