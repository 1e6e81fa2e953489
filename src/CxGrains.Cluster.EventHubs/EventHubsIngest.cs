using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Ingest;
using CxGrains.Domain;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Publishes batches to the hub, as an engagement tool would, and answers once it has accepted them.</summary>
internal sealed class EventHubsIngest(EventHubProducerClient hub, ClusterIngest workers, CustomersLimit limit, IOptions<EventHubsOptions> options) : IIngest
{
    private const int SendsAtOnceMax = 32;

    // The hub takes 1 MiB at once; half of it leaves room for what comes with each event.
    private const int EventsInSendMax = 512 * 1024 / Limits.InteractionBytesMax;
    private const int BusyRetryAfterSeconds = 4;
    private const int RetryAfterSeconds = 2;

    // The hub does not tell where an event stands. What is there when someone waits is behind all that was accepted before.
    private const string Position = "hub";

    /// <inheritdoc/>
    public long BatchBytesMax => workers.BatchBytesMax;

    /// <inheritdoc/>
    public async ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Workspace != options.Value.Workspace)
        {
            throw new InvalidFieldException("workspace", $"the hub serves '{options.Value.Workspace}' and not '{batch.Workspace}'");
        }

        await limit.ThrowIfAnyIsNewAsync(batch, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                EventsOf(batch).GroupBy(item => item.Customer, item => item.Event).SelectMany(events => events.Chunk(EventsInSendMax), (events, part) => (events.Key, part)),
                new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnceMax, CancellationToken = cancellationToken },
                async (send, token) => await hub.SendAsync(send.part, new SendEventOptions { PartitionKey = send.Key }, token));
        }
        catch (EventHubsException error) when (error.Reason == EventHubsException.FailureReason.ServiceBusy)
        {
            throw new BusyException($"The hub is busy ({error.Message})", BusyRetryAfterSeconds);
        }
        catch (Exception error) when (HubErrors.IsOne(error))
        {
            throw new UnavailableException("The hub does not take events now, and may have taken some of these", RetryAfterSeconds, error);
        }

        return Position;
    }

    /// <inheritdoc/>
    public async ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken)
    {
        if (position != Position)
        {
            throw new InvalidFieldException("position", $"it is not '{Position}'");
        }

        var rows = (await EndsAsync(cancellationToken)).Where(end => !end.IsEmpty).Select(end => (int.Parse(end.Id, null), end.LastEnqueuedSequenceNumber + 1)).ToList();
        if (rows.Count > 0)
        {
            await workers.WaitUntilAppliedAsync(ClusterPosition.Write(rows), cancellationToken);
        }
    }

    private async Task<PartitionProperties[]> EndsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.WhenAll((await hub.GetPartitionIdsAsync(cancellationToken)).Select(id => hub.GetPartitionPropertiesAsync(id, cancellationToken)));
        }
        catch (Exception error) when (HubErrors.IsOne(error))
        {
            throw new UnavailableException("The hub does not tell now where it ends", RetryAfterSeconds, error);
        }
    }

    private static IEnumerable<(string Customer, EventData Event)> EventsOf(InteractionBatch batch)
    {
        var kind = batch.IsImport ? HubEventKind.Import : HubEventKind.Interaction;
        var start = 0;
        for (var line = 0; line < batch.LineLengths.Count; line++)
        {
            yield return (batch.Interactions[line].Customer, HubEvents.Of(kind, batch.Lines.Slice(start, batch.LineLengths[line])));
            start += batch.LineLengths[line];
        }
    }
}
