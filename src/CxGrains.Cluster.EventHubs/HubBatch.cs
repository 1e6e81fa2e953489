using Orleans.Streaming.EventHubs;

namespace CxGrains.Cluster.EventHubs;

/// <summary>One event on its way to the grain of its partition.</summary>
[GenerateSerializer, Alias("cx.HubBatch")]
internal sealed class HubBatch : IBatchContainer
{
    /// <summary>The partition's stream.</summary>
    [Id(0)]
    public required StreamId StreamId { get; init; }

    /// <summary>The event.</summary>
    [Id(1)]
    public required HubRow Row { get; init; }

    /// <inheritdoc/>
    public StreamSequenceToken SequenceToken => new EventHubSequenceTokenV2(Row.Offset, Row.Row - 1, 0);

    /// <inheritdoc/>
    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>() => [Tuple.Create((T)(object)Row, SequenceToken)];

    /// <inheritdoc/>
    public bool ImportRequestContext() => false;
}
