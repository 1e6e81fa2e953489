namespace CxGrains.Web.Connectors.Segment;

/// <summary>The bounds of Segment's HTTP API, which are this one's too: what its SDKs send is within them.</summary>
internal static class SegmentLimits
{
    /// <summary>Bytes of one event.</summary>
    public const int EventBytesMax = 32 * 1024;

    /// <summary>Bytes of one request.</summary>
    public const int BatchBytesMax = 500 * 1024;

    /// <summary>Events of one request. At 500 KB none can hold more that say anything.</summary>
    public const int EventsMax = 5_000;

    /// <summary>Nesting levels of an event's JSON.</summary>
    public const int DepthMax = 64;
}
