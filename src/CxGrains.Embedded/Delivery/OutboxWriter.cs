using CxGrains.Abstractions.Ingest;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Delivery;

/// <summary>
/// The one thread of the outbox. Alerts queue as partitions raise them, and so do requests; one transaction takes all that waits.
/// While the database cannot be written, alerts go on waiting, and the partitions, which look at <see cref="IsFull"/>, with them.
/// </summary>
internal sealed partial class OutboxWriter : IDisposable
{
    /// <summary>Alerts that may wait before partitions stop folding; what those fold at that moment still comes on top.</summary>
    public const int AlertsWaitingMax = 10_000;

    /// <summary>Requests that may wait.</summary>
    public const int RequestsWaitingMax = 4_096;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<RaisedAlert> _alerts = new();
    private readonly Queue<OutboxRequest> _requests = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly ManualResetEvent _stop = new(false);
    private readonly List<OutboxRequest> _group = [];
    private readonly OutboxStore _store;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private long _takenCount;
    private long _durableCount;
    private string? _failure;
    private bool _ended;

    /// <summary>Starts the thread.</summary>
    /// <param name="store">The file; it becomes the writer's.</param>
    /// <param name="changed">Called after each transaction that leaves more to send; must not throw.</param>
    /// <param name="logger">Told of failures.</param>
    public OutboxWriter(OutboxStore store, Action changed, ILogger logger)
    {
        _store = store;
        _changed = changed;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "outbox" };
        _thread.Start();
    }

    /// <summary>Why the last transaction failed; null where it did not.</summary>
    public string? Failure => Volatile.Read(ref _failure);

    /// <summary>Whether no more alerts should come for the moment.</summary>
    public bool IsFull => Volatile.Read(ref _takenCount) - Volatile.Read(ref _durableCount) >= AlertsWaitingMax;

    /// <summary>How many alerts came so far.</summary>
    public long TakenCount => Volatile.Read(ref _takenCount);

    /// <summary>Queues an alert.</summary>
    public void Take(RaisedAlert raised)
    {
        lock (_lock)
        {
            _alerts.Enqueue(raised);
            _takenCount++;
        }

        _wake.Set();
    }

    /// <summary>Waits until so many alerts are durable. Only a thread that may wait for the disk may call it.</summary>
    /// <exception cref="StorageException">They cannot be written now.</exception>
    public void WaitUntilTaken(long count)
    {
        lock (_lock)
        {
            while (_durableCount < count)
            {
                if (_failure is { } failure)
                {
                    throw new StorageException($"The outbox cannot take the alerts up to here: {failure}");
                }

                if (_ended)
                {
                    throw Stopped();
                }

                Monitor.Wait(_lock);
            }
        }
    }

    /// <summary>Queues a request.</summary>
    /// <exception cref="BusyException">Too many wait.</exception>
    public Task<T> DoAsync<T>(Func<OutboxStore, T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        var request = new OutboxRequest(store => result = work(store), () => answer.SetResult(result), answer.SetException);
        lock (_lock)
        {
            if (_ended)
            {
                return Task.FromException<T>(Stopped());
            }

            if (_requests.Count == RequestsWaitingMax)
            {
                throw new BusyException($"The outbox has {RequestsWaitingMax} requests waiting, which is its limit", 1);
            }

            _requests.Enqueue(request);
        }

        _wake.Set();
        return answer.Task;
    }

    /// <summary>Writes what waits, where it can, and ends.</summary>
    public void Dispose()
    {
        _stop.Set();
        _wake.Set();
        _thread.Join();
        _store.Dispose();
        _wake.Dispose();
        _stop.Dispose();
    }

    private static StorageException Stopped() => new("The outbox is closed");

    private void Run()
    {
        while (true)
        {
            var hasWork = TakeGroup(out var alerts);
            if (hasWork)
            {
                Commit(alerts);
            }

            if (_stop.WaitOne(0) && (!hasWork || Failure is not null))
            {
                break;
            }

            if (Failure is not null)
            {
                _stop.WaitOne(RetryAfter);
            }
            else if (!hasWork)
            {
                _wake.WaitOne();
            }
        }

        End();
    }

    // The alerts stay in the queue until they are durable.
    private bool TakeGroup(out RaisedAlert[] alerts)
    {
        lock (_lock)
        {
            alerts = [.. _alerts];
            while (_requests.TryDequeue(out var request))
            {
                _group.Add(request);
            }

            return alerts.Length > 0 || _group.Count > 0;
        }
    }

    private void Commit(RaisedAlert[] alerts)
    {
        try
        {
            _store.InTransaction(() =>
            {
                foreach (var alert in alerts)
                {
                    _store.Take(alert);
                }

                _group.ForEach(request => request.Run(_store));
            });
        }
#pragma warning disable CA1031 // Whatever fails, the callers must hear of it, the alerts wait, and the thread goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(error, alerts.Length, _group.Count);
            lock (_lock)
            {
                Volatile.Write(ref _failure, error.Message);
                Monitor.PulseAll(_lock);
            }

            _group.ForEach(request => request.Fail(error));
            _group.Clear();
            return;
        }

        lock (_lock)
        {
            for (var i = 0; i < alerts.Length; i++)
            {
                _alerts.Dequeue();
            }

            _durableCount += alerts.Length;
            _failure = null;
            Monitor.PulseAll(_lock);
        }

        _group.ForEach(request => request.Complete());
        _group.Clear();
        if (_store.TakeNews())
        {
            _changed();
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _ended = true;
            while (_requests.TryDequeue(out var request))
            {
                request.Fail(Stopped());
            }

            Monitor.PulseAll(_lock);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be written; {Alerts} alerts wait, and {Requests} requests were refused")]
    private partial void LogFailed(Exception error, int alerts, int requests);
}
