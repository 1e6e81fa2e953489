using System.Collections.Concurrent;
using CxGrains.Abstractions.Live;

namespace CxGrains.Embedded.Live;

/// <summary>Who watches which topic. Workers announce here; a topic nobody watches costs one look.</summary>
internal sealed class LiveNotices : ILive
{
    private readonly ConcurrentDictionary<(string Workspace, Topic Topic), Action[]> _watchers = new();

    // Counted apart: asking the dictionary whether it is empty takes all its locks, and workers ask for every interaction.
    private int _watchesCount;

    /// <inheritdoc/>
    public ValueTask<IDisposable> WatchAsync(string workspace, Topic topic, Action changed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Watch(workspace, topic, changed));

    /// <summary>Watches a topic from now on.</summary>
    public IDisposable Watch(string workspace, Topic topic, Action changed)
    {
        Interlocked.Increment(ref _watchesCount);
        _watchers.AddOrUpdate((workspace, topic), _ => [changed], (_, others) => [.. others, changed]);
        return new Subscription(this, (workspace, topic), changed);
    }

    /// <summary>Whether anything is watched at all.</summary>
    public bool IsAnyWatched => Volatile.Read(ref _watchesCount) > 0;

    /// <summary>Tells the watchers of a topic that it changed.</summary>
    public void Announce(string workspace, Topic topic)
    {
        if (_watchers.TryGetValue((workspace, topic), out var watchers))
        {
            foreach (var changed in watchers)
            {
                changed();
            }
        }
    }

    private void Remove((string Workspace, Topic Topic) key, Action changed)
    {
        while (_watchers.TryGetValue(key, out var watchers))
        {
            var index = Array.IndexOf(watchers, changed);
            if (index < 0)
            {
                return;
            }

            var rest = watchers.Where((_, i) => i != index).ToArray();
            var removed = rest.Length == 0
                ? _watchers.TryRemove(KeyValuePair.Create(key, watchers))
                : _watchers.TryUpdate(key, rest, watchers);
            if (removed)
            {
                return;
            }
        }
    }

    private sealed class Subscription(LiveNotices notices, (string Workspace, Topic Topic) key, Action changed) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                notices.Remove(key, changed);
                Interlocked.Decrement(ref notices._watchesCount);
            }
        }
    }
}
