using System.Globalization;
using Azure.Messaging.EventHubs;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Events as this program sends and reads them.</summary>
internal static class HubEvents
{
    private const string KindProperty = "cx-kind";

    /// <summary>How the hub names a partition.</summary>
    public static string PartitionId(long partition) => partition.ToString(CultureInfo.InvariantCulture);

    /// <summary>An event to send.</summary>
    public static EventData Of(HubEventKind kind, ReadOnlyMemory<byte> body) => new(body) { Properties = { [KindProperty] = (int)kind } };

    /// <summary>What an event holds.</summary>
    public static HubEventKind KindOf(EventData received) =>
        received.Properties.TryGetValue(KindProperty, out var value) && value is int kind ? (HubEventKind)kind : HubEventKind.Interaction;

    /// <summary>Its body; empty where it is of a form that is no sequence of bytes.</summary>
    public static ReadOnlyMemory<byte> BodyOf(EventData received)
    {
        try
        {
            return received.Body;
        }
        catch (NotSupportedException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
