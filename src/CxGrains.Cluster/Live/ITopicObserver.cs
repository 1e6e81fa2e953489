namespace CxGrains.Cluster.Live;

/// <summary>A silo that serves dashboards, told of topics that changed. A notice is a hint to fetch the view.</summary>
[Alias("cx.ITopicObserver")]
internal interface ITopicObserver : IGrainObserver
{
    /// <summary>Topics changed.</summary>
    [Alias("Changed"), ResponseTimeout("00:00:05")]
    Task ChangedAsync(WatchedTopic[] topics);
}
