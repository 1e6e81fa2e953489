using System.Security.Cryptography;
using CxGrains.Abstractions.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Live;

/// <summary>The channels of all topics that somebody watches. Safe for concurrent use.</summary>
internal sealed class LiveTopics(TopicReader reader, ILive live, IOptions<WebOptions> options, TimeProvider time, ILogger<TopicChannel> logger)
{
    // Random for each process, so that no client takes a restarted server's versions for the old ones.
    private readonly string _process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly LivePace _pace = new(TimeSpan.FromMilliseconds(options.Value.LivePeriodMs), TimeSpan.FromMilliseconds(options.Value.LiveRefreshMs));
    private readonly Dictionary<(string Workspace, Topic Topic), TopicChannel> _channels = [];
    private readonly Lock _lock = new();
    private long _opened;

    /// <summary>Watches a topic.</summary>
    /// <param name="workspace">The watcher's workspace.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="signal">Set after each change.</param>
    /// <exception cref="HubException">As many topics are watched as may be.</exception>
    public TopicChannel Subscribe(string workspace, Topic topic, Signal signal)
    {
        lock (_lock)
        {
            if (!_channels.TryGetValue((workspace, topic), out var channel))
            {
                if (_channels.Count >= options.Value.LiveTopicsMax)
                {
                    throw new HubException($"LiveTopicsMax: {options.Value.LiveTopicsMax} different topics are watched, which is the limit");
                }

                // A channel that was dropped and made again starts its versions anew, and so needs an epoch of its own.
                channel = new TopicChannel($"{_process}-{++_opened}", workspace, topic, reader, live, _pace, time, logger);
                _channels.Add((workspace, topic), channel);
            }

            channel.Subscribe(signal);
            return channel;
        }
    }

    /// <summary>Ends a watch; the last one ends the channel.</summary>
    public async ValueTask UnsubscribeAsync(string workspace, TopicChannel channel, Signal signal)
    {
        lock (_lock)
        {
            channel.Unsubscribe(signal);
            if (!channel.IsDeserted)
            {
                return;
            }

            _channels.Remove((workspace, channel.Topic));
        }

        await channel.DisposeAsync();
    }
}
