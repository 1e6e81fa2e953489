using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Delivery;

/// <summary>The outbox in a file of its own, <c>outbox.db</c>. The runtime opens it before it folds anything, and closes it last.</summary>
internal sealed class EmbeddedOutbox(TimeProvider time, ILogger<EmbeddedOutbox> logger) : IOutbox, IDestinations, IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "outbox.db";

    private readonly Lock _watching = new();
    private readonly List<Action> _watchers = [];
    private OutboxWriter? _writer;
    private long _committedRow;

    /// <summary>Why it cannot be written; null where it can.</summary>
    public string? Failure => _writer?.Failure;

    /// <summary>Whether partitions should raise no more alerts for the moment.</summary>
    public bool IsFull => Writer.IsFull;

    /// <summary>How many alerts were raised so far.</summary>
    public long TakenCount => Writer.TakenCount;

    private OutboxWriter Writer => _writer ?? throw new StorageException("The outbox is closed");

    /// <summary>Opens it.</summary>
    public void Open(string path) => _writer = new OutboxWriter(new OutboxStore(path, time, () => Interlocked.Read(ref _committedRow)), Tell, logger);

    /// <summary>Takes an alert in, in the background.</summary>
    public void Take(string workspace, Alert alert, long row) => Writer.Take(new RaisedAlert(workspace, alert, row));

    /// <summary>Waits until so many alerts are durable. Only a thread that may wait for the disk may call it.</summary>
    /// <exception cref="StorageException">They cannot be written now.</exception>
    public void WaitUntilTaken(long count) => Writer.WaitUntilTaken(count);

    /// <summary>Says up to which row nothing need ever be replayed: the alerts of those rows may be forgotten.</summary>
    public void Commit(long row) => Interlocked.Exchange(ref _committedRow, row);

    /// <summary>Removes all that is kept of alerts of some customers; done when that is durable.</summary>
    /// <param name="isMeant">Whether a customer of a workspace is meant.</param>
    public async Task RemoveAllAsync(Func<string, string, bool> isMeant) => await Writer.DoAsync(store =>
    {
        store.RemoveAll(isMeant);
        return true;
    });

    /// <summary>Closes it; what waits is written where it can be.</summary>
    public void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }

    /// <inheritdoc/>
    public async ValueTask<OutboxLease> LeaseAsync(int max, long nowMs, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Lease(max, nowMs));

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(DeliveryResult result, CancellationToken cancellationToken) => await Writer.DoAsync(store =>
    {
        store.Complete(result);
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask<string> AddAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken)
    {
        var id = MessageId.New();
        return await Writer.DoAsync(store =>
        {
            store.Destinations.Hold(workspace, destination, 0);
            store.Add(id, workspace, destination, notice, nowMs);
            return id;
        });
    }

    /// <inheritdoc/>
    public async ValueTask AddOnceAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store =>
        {
            store.AddOnce(workspace, destination, notice, nowMs);
            return true;
        });

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DeliveryEntry>> DeliveriesAsync(
        string workspace, string destination, DeliveryFilter filter, long beforeSequence, int limit, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Messages.Page(workspace, destination, filter, beforeSequence, limit));

    /// <inheritdoc/>
    public async ValueTask<MessageState?> ReplayAsync(string workspace, string message, long nowMs, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Replay(workspace, message, nowMs));

    /// <inheritdoc/>
    public async ValueTask<int> ReplayAllAsync(string workspace, string destination, long nowMs, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.ReplayAll(workspace, destination, nowMs));

    /// <inheritdoc/>
    public IDisposable Watch(Action changed)
    {
        lock (_watching)
        {
            _watchers.Add(changed);
        }

        return new Watched(() =>
        {
            lock (_watching)
            {
                _watchers.Remove(changed);
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DestinationStatus>> ListAsync(string workspace, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Destinations.Of(workspace).Select(destination => StatusOf(store, workspace, destination)).ToList());

    /// <inheritdoc/>
    public async ValueTask<DestinationStatus?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Destinations.Find(workspace, id) is { } destination ? StatusOf(store, workspace, destination) : null);

    /// <inheritdoc/>
    public async ValueTask<Destination> DefineAsync(string workspace, Destination destination, int? expectedVersion, CancellationToken cancellationToken) =>
        await Writer.DoAsync(store => store.Define(workspace, destination, expectedVersion));

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) => await Writer.DoAsync(store =>
    {
        store.Remove(workspace, id, expectedVersion);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => Close();

    private static DestinationStatus StatusOf(OutboxStore store, string workspace, Destination destination) => new(
        destination, store.Messages.WaitingOf(workspace, destination.Id), store.Messages.Count(workspace, destination.Id, MessageState.Dead));

    private void Tell()
    {
        Action[] watchers;
        lock (_watching)
        {
            watchers = [.. _watchers];
        }

        foreach (var changed in watchers)
        {
            changed();
        }
    }

    private sealed class Watched(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
