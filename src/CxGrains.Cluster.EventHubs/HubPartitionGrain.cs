using Azure.Messaging.EventHubs.Producer;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.Options;
using Orleans.Streams.Core;

namespace CxGrains.Cluster.EventHubs;

/// <inheritdoc cref="IHubPartitionGrain"/>
/// <remarks>
/// A stream for each partition, not one for each customer, so that events keep the order and the numbers of the hub. A new
/// activation knows nothing: what it lacks shows as a hole, and comes again from the committed offset.
/// </remarks>
[GrainType("hub-partition"), KeepAlive, ImplicitStreamSubscription(PlainJsonAdapter.StreamNamespace)]
internal sealed class HubPartitionGrain(
    [PersistentState("hub", ClusterStorage.Name)] IPersistentState<HubPartitionRow> stored,
    EventHubProducerClient hub,
    IOptions<EventHubsOptions> options)
    : Grain, IHubPartitionGrain, IStreamSubscriptionObserver, IAsyncObserver<HubRow>
{
    // The worker looks every second while nothing comes: so often it may find nothing before the hub is asked whether there is something.
    private const int EmptyReadsMax = 30;

    // What one read answers goes over the wire in one message.
    private const int ReadBytesMax = 8 * 1024 * 1024;

    private readonly ReceivedRows _received = new();
    private readonly Queue<(long Row, string Offset)> _offsets = new();
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _beginning;
    private int _emptyReads;
    private bool _isLost;

    private long Partition => this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<HubRow>().ResumeAsync(this);

    /// <summary>Queues a row, once there is room. It never throws: the provider would try for a while, and then skip the event.</summary>
    public async Task OnNextAsync(HubRow item, StreamSequenceToken? token = null)
    {
        while ((_received.Count >= options.Value.WaitingEventsMax || _received.Bytes >= options.Value.WaitingBytesMax) && !_isLost)
        {
            await _room.Task;
        }

        _received.Add(item);
        GrainFactory.GetGrain<IPartitionGrain>(Partition).WakeAsync().Ignore();
    }

    /// <inheritdoc/>
    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<LogEntry[]?> ReadAsync(long afterRow, int rowsMax)
    {
        if (afterRow == 0)
        {
            afterRow = _beginning ??= (await hub.GetPartitionPropertiesAsync(HubEvents.PartitionId(Partition))).BeginningSequenceNumber;
        }

        var rows = _received.ReadBehind(afterRow, rowsMax, ReadBytesMax);
        _emptyReads = rows is [] ? _emptyReads + 1 : 0;
        _isLost |= rows is null || (_emptyReads >= EmptyReadsMax && await HasMoreAsync(afterRow));
        _room.SetResult();
        _room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_isLost)
        {
            DeactivateOnIdle();
            return null;
        }

        if (rows is [.., var last])
        {
            _offsets.Enqueue((last.Row, last.Offset));
        }

        return [.. rows!.Select(row => row.Entry)];
    }

    /// <inheritdoc/>
    public async Task CommitAsync(long uptoRow)
    {
        string? offset = null;
        while (_offsets.TryPeek(out var read) && read.Row <= uptoRow)
        {
            offset = _offsets.Dequeue().Offset;
        }

        if (offset is not null)
        {
            stored.State.Offset = offset;
            await stored.WriteStateAsync();
        }
    }

    /// <inheritdoc/>
    public Task<string?> CommittedOffsetAsync() => Task.FromResult(stored.State.Offset);

    // What was delivered to an activation that is no more does not come again by itself.
    private async Task<bool> HasMoreAsync(long afterRow)
    {
        _emptyReads = 0;
        var properties = await hub.GetPartitionPropertiesAsync(HubEvents.PartitionId(Partition));
        return !properties.IsEmpty && properties.LastEnqueuedSequenceNumber + 1 > afterRow && _received.ReadBehind(afterRow, 1) is not [_];
    }
}
