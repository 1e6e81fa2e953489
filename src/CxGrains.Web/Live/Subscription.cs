namespace CxGrains.Web.Live;

/// <summary>What one connection knows of one topic. Used by the connection alone, under its lock.</summary>
/// <param name="channel">The topic's channel.</param>
internal sealed class Subscription(TopicChannel channel)
{
    /// <summary>The topic's channel.</summary>
    public TopicChannel Channel { get; } = channel;

    /// <summary>The version the client has of the channel's epoch; 0 for none.</summary>
    public long Version { get; set; }

    /// <summary>What the client lacks, and notes that it now has it; null where it lacks nothing.</summary>
    public object? TakeMessage()
    {
        if (Channel.Newest is not { } frame || frame.Version == Version)
        {
            return null;
        }

        var isNext = frame.Version == Version + 1 && Version > 0;
        Version = frame.Version;
        return isNext && frame.Patch is { } patch
            ? new LiveDelta(Channel.Name, frame.Epoch, frame.Version - 1, frame.Version, patch)
            : new LiveSnapshot(Channel.Name, frame.Epoch, frame.Version, frame.State);
    }
}
