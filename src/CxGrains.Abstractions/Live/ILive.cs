namespace CxGrains.Abstractions.Live;

/// <summary>Tells watchers that a topic changed. A notice is a hint to fetch the view, not the change itself.</summary>
public interface ILive
{
    /// <summary>Watches a topic.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="changed">Called after a change, on a runtime's thread: it must return at once and must not throw.</param>
    /// <returns>Ends the watch when disposed.</returns>
    IDisposable Watch(string workspace, Topic topic, Action changed);
}
