using System.Collections.Concurrent;
using CxGrains.Abstractions.Live;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.Live;

/// <summary>
/// What this silo's dashboards watch. Each topic is watched once with every partition, however many dashboards show it. Where a
/// partition's worker has changed, its watchers are told that anything may have: the new one did not know them.
/// </summary>
internal sealed partial class ClusterLive(IGrainFactory grains, IPartitionLog log, IOptions<ClusterRuntimeOptions> options, ILogger<ClusterLive> logger) : ILive, ITopicObserver
{
    private readonly ConcurrentDictionary<WatchedTopic, Action[]> _watchers = [];
    private readonly ConcurrentDictionary<int, long> _workers = [];
    private readonly Lock _lock = new();
    private ITopicObserver? _self;

    // One for all, or what one of them watches another could not end.
    private ITopicObserver Self
    {
        get
        {
            lock (_lock)
            {
                return _self ??= grains.CreateObjectReference<ITopicObserver>(this);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IDisposable> WatchAsync(string workspace, Topic topic, Action changed, CancellationToken cancellationToken)
    {
        var key = WatchedTopic.Of(workspace, topic);
        if (_watchers.Count >= options.Value.WatchedTopicsMax && !_watchers.ContainsKey(key))
        {
            throw new Abstractions.Ingest.BusyException($"This node watches {options.Value.WatchedTopicsMax} topics, which is its limit", 1);
        }

        _watchers.AddOrUpdate(key, _ => [changed], (_, others) => [.. others, changed]);
        var watch = new Watch(this, key, changed);
        try
        {
            await Task.WhenAll(Partitions.Select(partition => partition.WatchAsync(Self, [key]))).WaitAsync(cancellationToken);
            return watch;
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task ChangedAsync(WatchedTopic[] topics)
    {
        foreach (var topic in topics)
        {
            Tell(topic);
        }

        return Task.CompletedTask;
    }

    /// <summary>Renews what is watched with a partition; called every few seconds.</summary>
    public async Task RenewAsync(int partition)
    {
        var topics = _watchers.Keys.ToArray();
        var worker = await grains.GetGrain<IPartitionGrain>(partition).WatchOnlyAsync(Self, topics);
        if (_watchers.Keys.Except(topics).ToArray() is { Length: > 0 } since)
        {
            // It may have come to the partition before the others, which took its place.
            await grains.GetGrain<IPartitionGrain>(partition).WatchAsync(Self, since);
        }

        var before = _workers.GetValueOrDefault(partition);
        _workers[partition] = worker;
        if (before != 0 && before != worker)
        {
            LogWorkerChanged(partition);
            await ChangedAsync(topics);
        }
    }

    private IEnumerable<IPartitionGrain> Partitions =>
        Enumerable.Range(0, log.PartitionsCount).Select(partition => grains.GetGrain<IPartitionGrain>(partition));

    private void Tell(WatchedTopic topic)
    {
        foreach (var changed in _watchers.GetValueOrDefault(topic) ?? [])
        {
            changed();
        }
    }

    private void Remove(WatchedTopic topic, Action changed)
    {
        while (_watchers.TryGetValue(topic, out var watchers))
        {
            var index = Array.IndexOf(watchers, changed);
            if (index < 0)
            {
                return;
            }

            Action[] rest = [.. watchers[..index], .. watchers[(index + 1)..]];
            if (rest.Length > 0 && _watchers.TryUpdate(topic, rest, watchers))
            {
                return;
            }

            if (rest.Length == 0 && _watchers.TryRemove(KeyValuePair.Create(topic, watchers)))
            {
                foreach (var partition in Partitions)
                {
                    partition.UnwatchAsync(Self, [topic]).Ignore();
                }

                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Partition {Partition} has another worker now")]
    private partial void LogWorkerChanged(int partition);

    private sealed class Watch(ClusterLive live, WatchedTopic topic, Action changed) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                live.Remove(topic, changed);
            }
        }
    }
}
