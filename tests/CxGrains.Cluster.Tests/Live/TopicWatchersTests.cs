using CxGrains.Cluster.Live;
using CxGrains.Conformance.Runtimes;

namespace CxGrains.Cluster.Tests.Live;

public class TopicWatchersTests
{
    private static readonly WatchedTopic A = new("w", "a");
    private static readonly WatchedTopic B = new("w", "b");

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly Observer _observer = new();
    private readonly TopicWatchers _watchers;

    public TopicWatchersTests() => _watchers = new TopicWatchers(_time);

    [Fact]
    public async Task Watching_adds_to_what_is_watched()
    {
        _watchers.Watch(_observer, [A]);
        _watchers.Watch(_observer, [B]);

        await _watchers.NotifyAsync([A, B]);

        Assert.Equal([A, B], _observer.Heard);
    }

    [Fact]
    public async Task A_renewal_takes_the_place_of_what_was_watched_before()
    {
        _watchers.Watch(_observer, [A]);
        _watchers.WatchOnly(_observer, [B]);

        await _watchers.NotifyAsync([A, B]);

        Assert.Equal([B], _observer.Heard);
    }

    [Fact]
    public void Whose_lease_has_ended_goes_when_another_comes_though_nothing_happens()
    {
        _watchers.Watch(new Observer(), [A]);
        _time.Advance(TopicWatchers.Lease + TimeSpan.FromSeconds(1));

        _watchers.Watch(_observer, [A]);

        Assert.Equal(1, _watchers.Count);
    }

    private sealed class Observer : ITopicObserver
    {
        public List<WatchedTopic> Heard { get; } = [];

        public Task ChangedAsync(WatchedTopic[] topics)
        {
            Heard.AddRange(topics);
            return Task.CompletedTask;
        }
    }
}
