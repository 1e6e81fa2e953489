using System.Net.Sockets;
using Azure.Messaging.EventHubs;

namespace CxGrains.Cluster.EventHubs;

/// <summary>What the hub's client throws where the hub, or the way to it, is gone.</summary>
internal static class HubErrors
{
    /// <summary>Whether an error is one of those.</summary>
    public static bool IsOne(Exception error) => error is EventHubsException or TimeoutException or SocketException or IOException or UnauthorizedAccessException;
}
