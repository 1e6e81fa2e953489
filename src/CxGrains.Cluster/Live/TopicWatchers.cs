namespace CxGrains.Cluster.Live;

/// <summary>Who watches which topics of a partition. A watch ends with its lease, should its silo be gone.</summary>
internal sealed class TopicWatchers(TimeProvider time)
{
    /// <summary>How long a watch lasts that is not renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly Dictionary<ITopicObserver, Watcher> _watchers = [];

    /// <summary>Observers with a lease, or with one that ended a moment ago.</summary>
    public int Count => _watchers.Count;

    /// <summary>Adds topics to an observer's, and renews its lease.</summary>
    public void Watch(ITopicObserver observer, WatchedTopic[] topics)
    {
        var watcher = Renew(observer);
        watcher.Topics.UnionWith(topics);
    }

    /// <summary>Puts topics in the place of an observer's, and renews its lease: what it no longer watches goes, should that have got lost.</summary>
    public void WatchOnly(ITopicObserver observer, WatchedTopic[] topics)
    {
        var watcher = Renew(observer);
        watcher.Topics = [.. topics];
    }

    /// <summary>Takes topics from an observer's.</summary>
    public void Unwatch(ITopicObserver observer, WatchedTopic[] topics) => _watchers.GetValueOrDefault(observer)?.Topics.ExceptWith(topics);

    /// <summary>Tells all who watch any of these topics; completes when they heard, or could not.</summary>
    public Task NotifyAsync(IReadOnlyCollection<WatchedTopic> touched)
    {
        if (_watchers.Count == 0)
        {
            return Task.CompletedTask;
        }

        var now = time.GetUtcNow();
        var notices = new List<Task>();
        foreach (var (observer, watcher) in _watchers)
        {
            if (watcher.EndsAt < now)
            {
                _watchers.Remove(observer);
            }
            else if (touched.Where(watcher.Topics.Contains).ToArray() is { Length: > 0 } heard)
            {
                notices.Add(TellAsync(observer, heard));
            }
        }

        return Task.WhenAll(notices);
    }

    private Watcher Renew(ITopicObserver observer)
    {
        var now = time.GetUtcNow();

        // A partition where nothing happens tells nobody anything, and would keep them for ever.
        foreach (var (dead, _) in _watchers.Where(pair => pair.Value.EndsAt < now).ToList())
        {
            _watchers.Remove(dead);
        }

        if (!_watchers.TryGetValue(observer, out var watcher))
        {
            _watchers.Add(observer, watcher = new Watcher());
        }

        watcher.EndsAt = now + Lease;
        return watcher;
    }

    // Who does not hear learns of it by its own look at the view now and then; nobody waits for it, and nothing is kept for it.
    private async Task TellAsync(ITopicObserver observer, WatchedTopic[] topics)
    {
        try
        {
            await observer.ChangedAsync(topics);
        }
        catch (Exception error) when (error is TimeoutException or OrleansException)
        {
            _watchers.Remove(observer);
        }
    }

    private sealed class Watcher
    {
        public HashSet<WatchedTopic> Topics { get; set; } = [];

        public DateTimeOffset EndsAt { get; set; }
    }
}
