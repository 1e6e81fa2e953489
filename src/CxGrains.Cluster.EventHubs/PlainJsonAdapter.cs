using Azure.Messaging.EventHubs;
using Microsoft.Extensions.Options;
using Orleans.Providers.Streams.Common;
using Orleans.Serialization;
using Orleans.Streaming.EventHubs;

namespace CxGrains.Cluster.EventHubs;

/// <summary>
/// Takes events as engagement tools send them: an interaction's JSON, with the customer as the partition key. It never throws, since
/// the provider would stop or skip: what cannot be read goes on as it is, to quarantine.
/// </summary>
internal sealed class PlainJsonAdapter(Serializer serializer, IOptions<EventHubsOptions> options) : EventHubDataAdapter(serializer)
{
    /// <summary>The namespace of the streams; each is named by its partition.</summary>
    public const string StreamNamespace = "cx-hub";

    /// <inheritdoc/>
    public override StreamPosition GetStreamPosition(string partition, EventData queueMessage) => new(
        StreamId.Create(StreamNamespace, partition),
        new EventHubSequenceTokenV2(queueMessage.OffsetString, queueMessage.SequenceNumber, 0));

    /// <inheritdoc/>
    public override IBatchContainer GetBatchContainer(ref CachedMessage cachedMessage)
    {
        var at = 0;
        var offset = SegmentBuilder.ReadNextString(cachedMessage.Segment, ref at)!;
        var key = SegmentBuilder.ReadNextString(cachedMessage.Segment, ref at)!;
        var kind = (HubEventKind)SegmentBuilder.ReadNextBytes(cachedMessage.Segment, ref at)[0];
        var body = SegmentBuilder.ReadNextBytes(cachedMessage.Segment, ref at).ToArray();
        var receivedMs = new DateTimeOffset(cachedMessage.EnqueueTimeUtc).ToUnixTimeMilliseconds();
        return new HubBatch
        {
            StreamId = cachedMessage.StreamId,
            Row = HubRow.Of(cachedMessage.SequenceNumber, offset, kind, key, body, receivedMs, options.Value.Workspace),
        };
    }

    /// <summary>The offset comes first: there the provider looks for it.</summary>
    protected override ArraySegment<byte> EncodeMessageIntoSegment(EventData queueMessage, Func<int, ArraySegment<byte>> getSegment)
    {
        var body = HubEvents.BodyOf(queueMessage).Span;
        body = body[..Math.Min(body.Length, HubRow.BodyBytesMax)];
        ReadOnlySpan<byte> kind = [(byte)HubEvents.KindOf(queueMessage)];
        var key = queueMessage.PartitionKey ?? "";
        var segment = getSegment(
            SegmentBuilder.CalculateAppendSize(queueMessage.OffsetString) + SegmentBuilder.CalculateAppendSize(key)
            + SegmentBuilder.CalculateAppendSize(kind) + SegmentBuilder.CalculateAppendSize(body));
        var at = 0;
        SegmentBuilder.Append(segment, ref at, queueMessage.OffsetString);
        SegmentBuilder.Append(segment, ref at, key);
        SegmentBuilder.Append(segment, ref at, kind);
        SegmentBuilder.Append(segment, ref at, body);
        return segment;
    }
}
