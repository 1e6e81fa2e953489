using System.Collections.Concurrent;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Live;

/// <summary>The dashboards that are connected, by connection. Safe for concurrent use.</summary>
internal sealed class LiveConnections(LiveTopics topics, IHubContext<LiveHub> hub, IOptions<WebOptions> options, ILogger<LiveConnection> logger)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Takes a connection.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="caller">Who connects.</param>
    /// <param name="abort">Cuts it.</param>
    /// <exception cref="HubException">There are as many as there may be.</exception>
    public void Open(string id, Caller caller, Action abort)
    {
        if (Interlocked.Increment(ref _count) > options.Value.LiveConnectionsMax)
        {
            Interlocked.Decrement(ref _count);
            throw new HubException($"LiveConnectionsMax: {options.Value.LiveConnectionsMax} dashboards are connected, which is the limit");
        }

        _connections[id] = new LiveConnection(caller, topics, hub.Clients.Client(id), abort, options.Value.SubscriptionsPerConnectionMax, logger);
    }

    /// <summary>An open connection.</summary>
    public LiveConnection Of(string id) => _connections.TryGetValue(id, out var connection) ? connection : throw new HubException("the connection is closed");

    /// <summary>Who is connected, each once.</summary>
    public IReadOnlyList<Caller> Connected() => [.. _connections.Values.Select(connection => connection.Caller).Distinct()];

    /// <summary>Cuts all connections of somebody, as of a key that is no more.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="identity">Who, as <see cref="Caller.Identity"/> has it.</param>
    public void AbortAll(string workspace, string identity) => AbortWhere(caller => caller.Workspace == workspace && caller.Identity == identity);

    /// <summary>Cuts the connections that a caller made before it changed.</summary>
    public void AbortAll(Caller caller) => AbortWhere(other => other == caller);

    /// <summary>Lets a connection go.</summary>
    public async ValueTask CloseAsync(string id)
    {
        if (_connections.TryRemove(id, out var connection))
        {
            Interlocked.Decrement(ref _count);
            await connection.DisposeAsync();
        }
    }

    private void AbortWhere(Func<Caller, bool> isMeant)
    {
        foreach (var connection in _connections.Values.Where(connection => isMeant(connection.Caller)))
        {
            connection.Abort();
        }
    }
}
