using System.Buffers;
using System.Globalization;
using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using Microsoft.Extensions.Options;
using Orleans.Providers.Streams.Common;

namespace CxGrains.Cluster.EventHubs;

/// <summary>The log in Event Hubs. What it appends are rows that a partition owes itself or another: interactions come by <see cref="EventHubsIngest"/>, or from elsewhere.</summary>
internal sealed class EventHubsLog(EventHubProducerClient hub, IGrainFactory grains, IOptions<ClusterRuntimeOptions> options, IOptions<EventHubsOptions> settings) : IPartitionLog
{
    /// <inheritdoc/>
    public int PartitionsCount => options.Value.PartitionsCount;

    /// <inheritdoc/>
    public bool BeginsLate => true;

    /// <inheritdoc/>
    public string? Failure => null;

    /// <summary>The hub by its name, and by when it was made: one that was made anew numbers its events from the beginning.</summary>
    /// <exception cref="ClusterStorageException">The hub does not answer.</exception>
    public async Task<string> IdentityAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var createdOn = (await hub.GetEventHubPropertiesAsync(cancellationToken)).CreatedOn;
            return string.Create(CultureInfo.InvariantCulture, $"eventhubs:{EventHubsConnectionStringProperties.Parse(settings.Value.ConnectionString).FullyQualifiedNamespace}/{settings.Value.Hub} made {createdOn.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        }
        catch (Exception error) when (HubErrors.IsOne(error))
        {
            throw new ClusterStorageException($"The hub '{settings.Value.Hub}' cannot be asked which it is: {error.Message}");
        }
    }

    /// <summary>
    /// Appends rows one after the other: where one fails, those before it stay, and have no second effect when they come again.
    /// The hub does not tell an event's number, but the last one's, which is the event's or one behind it.
    /// </summary>
    public async Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default)
    {
        var numbers = new List<long>();
        foreach (var append in rows)
        {
            var partition = HubEvents.PartitionId(append.Partition);
            var body = append.Row.Encode(out var length);
            var sent = HubEvents.Of(HubEventKind.Row, body.AsSpan(0, length).ToArray());
            ArrayPool<byte>.Shared.Return(body);
            await hub.SendAsync([sent], new SendEventOptions { PartitionId = partition }, cancellationToken);
            numbers.Add((await hub.GetPartitionPropertiesAsync(partition, cancellationToken)).LastEnqueuedSequenceNumber + 1);
        }

        return numbers;
    }

    /// <inheritdoc/>
    /// <exception cref="CxException">Rows were lost on the way, and are received anew, from what is committed; or the hub has deleted them, and then they are lost.</exception>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default)
    {
        if (await grains.GetGrain<IHubPartitionGrain>(partition).ReadAsync(afterRow, interactionsMax) is { } rows)
        {
            return rows;
        }

        // Nobody can receive those, however often the agents start again.
        var properties = await hub.GetPartitionPropertiesAsync(HubEvents.PartitionId(partition), cancellationToken);
        HubRetention.ThrowIfDeleted(partition, afterRow, properties.BeginningSequenceNumber);
        var silos = grains.GetGrain<IManagementGrain>(0);
        await silos.SendControlCommandToProvider<PersistentStreamProvider>(EventHubsServices.ProviderName, (int)PersistentStreamProviderCommand.StopAgents);
        await silos.SendControlCommandToProvider<PersistentStreamProvider>(EventHubsServices.ProviderName, (int)PersistentStreamProviderCommand.StartAgents);
        throw new CxException($"Partition {partition} of the hub goes on with another row than {afterRow + 1}; it is received anew");
    }

    /// <inheritdoc/>
    public async Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default)
    {
        var properties = await hub.GetPartitionPropertiesAsync(HubEvents.PartitionId(partition), cancellationToken);
        return properties.IsEmpty ? 0 : properties.LastEnqueuedSequenceNumber + 1;
    }

    /// <summary>The hub deletes by its own retention; here it is noted where to begin the next time.</summary>
    public Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default) =>
        grains.GetGrain<IHubPartitionGrain>(partition).CommitAsync(uptoRow);
}
