using CxGrains.Abstractions.Live;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Live;

/// <summary>
/// One dashboard's connection. A pump of its own sends what the client lacks and awaits each send, so that a slow client holds up
/// nobody, and holds at most one message: what it missed meanwhile is never queued, it gets the newest state when it can take it.
/// </summary>
internal sealed partial class LiveConnection : IAsyncDisposable
{
    private readonly LiveTopics _topics;
    private readonly ISingleClientProxy _client;
    private readonly Action _abort;
    private readonly int _subscriptionsMax;
    private readonly ILogger _logger;
    private readonly Signal _news = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<Topic, Subscription> _subscriptions = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _pumping;

    /// <summary>A connection whose pump runs until it is disposed.</summary>
    /// <param name="caller">Who is connected.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="client">The client.</param>
    /// <param name="abort">Cuts the connection, so that the client comes again.</param>
    /// <param name="subscriptionsMax">Topics it may subscribe to at once.</param>
    /// <param name="logger">Told of failures.</param>
    public LiveConnection(Caller caller, LiveTopics topics, ISingleClientProxy client, Action abort, int subscriptionsMax, ILogger logger)
    {
        Caller = caller;
        _abort = abort;
        _topics = topics;
        _client = client;
        _subscriptionsMax = subscriptionsMax;
        _logger = logger;
        _pumping = PumpAsync();
    }

    /// <summary>Who is connected, as it was when connecting.</summary>
    public Caller Caller { get; }

    /// <summary>Cuts the connection. The hub learns it and disposes this.</summary>
    public void Abort() => _abort();

    /// <summary>Subscribes to a topic. A client that has the newest version is sent nothing until the next.</summary>
    /// <exception cref="HubException">The connection has as many subscriptions as it may.</exception>
    public void Subscribe(Topic topic, string? epoch, long? version)
    {
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(topic, out var subscription))
            {
                if (_subscriptions.Count >= _subscriptionsMax)
                {
                    throw new HubException($"SubscriptionsPerConnectionMax: this connection has {_subscriptionsMax} subscriptions, which is the limit");
                }

                subscription = new Subscription(_topics.Subscribe(Caller.Workspace, topic, _news));
                _subscriptions.Add(topic, subscription);
            }

            // A version ahead of ours is no version of this epoch, whatever the client says.
            var isKnown = epoch == subscription.Channel.Epoch && version <= subscription.Channel.Newest?.Version;
            subscription.Version = isKnown ? version!.Value : 0;
        }

        _news.Set();
    }

    /// <summary>Ends a subscription; nothing where there is none.</summary>
    public async ValueTask UnsubscribeAsync(Topic topic)
    {
        Subscription? subscription;
        lock (_lock)
        {
            _subscriptions.Remove(topic, out subscription);
        }

        if (subscription is not null)
        {
            await _topics.UnsubscribeAsync(Caller.Workspace, subscription.Channel, _news);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _news.Set();
        await _pumping;
        List<Topic> topics;
        lock (_lock)
        {
            topics = [.. _subscriptions.Keys];
        }

        foreach (var topic in topics)
        {
            await UnsubscribeAsync(topic);
        }

        _closed.Dispose();
    }

    private async Task PumpAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (!_closed.IsCancellationRequested)
            {
                await _news.Task;
                _news.Reset();
                foreach (var subscription in Subscriptions())
                {
                    await SendAsync(subscription);
                }
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            PumpStopped();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Left open, it would look live and stay silent for ever. Cut, the client connects again and gets what it lacks.
            PumpFailed(exception);
            _abort();
        }
    }

    private List<Subscription> Subscriptions()
    {
        lock (_lock)
        {
            return [.. _subscriptions.Values];
        }
    }

    private Task SendAsync(Subscription subscription)
    {
        object? message;
        lock (_lock)
        {
            // It may have been given up since the list was taken.
            message = _subscriptions.ContainsValue(subscription) ? subscription.TakeMessage() : null;
        }

        return message switch
        {
            LiveSnapshot snapshot => _client.SendAsync("snapshot", snapshot, _closed.Token),
            LiveDelta delta => _client.SendAsync("delta", delta, _closed.Token),
            _ => Task.CompletedTask,
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A live connection was closed while it was written to")]
    private partial void PumpStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A live connection could not be served and is cut")]
    private partial void PumpFailed(Exception exception);
}
