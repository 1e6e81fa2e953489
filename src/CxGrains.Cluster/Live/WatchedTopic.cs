using CxGrains.Abstractions.Live;

namespace CxGrains.Cluster.Live;

/// <summary>A topic of a workspace, as sent.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Topic">The topic's text form.</param>
[GenerateSerializer, Immutable, Alias("cx.Topic")]
internal readonly record struct WatchedTopic([property: Id(0)] string Workspace, [property: Id(1)] string Topic)
{
    /// <summary>Of a topic.</summary>
    public static WatchedTopic Of(string workspace, Topic topic) => new(workspace, topic.ToString());
}
