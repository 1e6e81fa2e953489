using CxGrains.Abstractions.Live;
using CxGrains.Embedded.Live;

namespace CxGrains.Embedded.Partitions;

/// <summary>The topics that the records of one batch changed, announced once each when the batch is folded.</summary>
internal sealed class TouchedTopics(LiveNotices notices)
{
    private readonly HashSet<(string Workspace, Topic Topic)> _touched = [];

    /// <summary>Takes note of a change.</summary>
    public void Add(string workspace, TopicKind kind, string id)
    {
        if (notices.IsAnyWatched)
        {
            _touched.Add((workspace, new Topic(kind, id)));
        }
    }

    /// <summary>Tells the watchers.</summary>
    public void Announce()
    {
        foreach (var (workspace, topic) in _touched)
        {
            notices.Announce(workspace, topic);
        }

        _touched.Clear();
    }
}
