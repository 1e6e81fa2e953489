namespace CxGrains.Abstractions.Live;

/// <summary>Tells watchers that a topic changed. A notice is a hint to fetch the view, not the change itself.</summary>
public interface ILive
{
    /// <summary>Watches a topic. Done when every change from now on will be told.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="changed">Called after a change, on a runtime's thread: it must return at once and must not throw.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends the watch when disposed.</returns>
    ValueTask<IDisposable> WatchAsync(string workspace, Topic topic, Action changed, CancellationToken cancellationToken);
}
