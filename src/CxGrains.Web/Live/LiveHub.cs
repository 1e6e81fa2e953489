using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Walls;
using Microsoft.AspNetCore.SignalR;

namespace CxGrains.Web.Live;

/// <summary>The live hub. The server calls <c>snapshot</c> and <c>delta</c> on its clients, each with one argument.</summary>
internal sealed class LiveHub(LiveConnections connections, AuditTrail trail) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/hubs/live";

    /// <summary>Bytes of one message from a client: far more than a topic and an epoch need.</summary>
    public const int MessageBytesMax = 8 * 1024;

    /// <summary>Subscribes to a topic of the key's workspace.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="epoch">The epoch the client knows; null for none.</param>
    /// <param name="version">The version the client has; null for none.</param>
    public async Task Subscribe(string topic, string? epoch, long? version)
    {
        var (asked, connection) = (Parse(topic), connections.Of(Context.ConnectionId));
        if (connection.Caller.Wall?.Allows(asked) == false)
        {
            throw new HubException(WallGuard.OnePageOnly);
        }

        try
        {
            await trail.SubscribeAsync(connection.Caller, Context.GetHttpContext(), asked);
        }
        catch (Exception error) when (error is UnavailableException or BusyException)
        {
            throw new HubException(error.Message);
        }

        connection.Subscribe(asked, epoch, version);
    }

    /// <summary>Ends a subscription.</summary>
    public ValueTask Unsubscribe(string topic) => connections.Of(Context.ConnectionId).UnsubscribeAsync(Parse(topic));

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        var caller = Caller.Of(Context.User) ?? throw new HubException("the scope read is needed");
        connections.Open(Context.ConnectionId, caller, Context.Abort);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception) => await connections.CloseAsync(Context.ConnectionId);

    private static Topic Parse(string? topic)
    {
        try
        {
            return Topic.Parse(topic ?? "");
        }
        catch (InvalidFieldException invalid)
        {
            throw new HubException(invalid.Message);
        }
    }
}
