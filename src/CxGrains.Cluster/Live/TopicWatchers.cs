namespace CxGrains.Cluster.Live;

/// <summary>Who watches which topics of a partition. A watch ends with its lease, should its silo be gone.</summary>
internal sealed class TopicWatchers(TimeProvider time)
{
    /// <summary>How long a watch lasts that is not renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly Dictionary<ITopicObserver, Watcher> _watchers = [];

    /// <summary>Adds topics to an observer's, and renews its lease.</summary>
    public void Watch(ITopicObserver observer, WatchedTopic[] topics)
    {
        if (!_watchers.TryGetValue(observer, out var watcher))
        {
            _watchers.Add(observer, watcher = new Watcher());
        }

        watcher.Topics.UnionWith(topics);
        watcher.EndsAt = time.GetUtcNow() + Lease;
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
        public HashSet<WatchedTopic> Topics { get; } = [];

        public DateTimeOffset EndsAt { get; set; }
    }
}
