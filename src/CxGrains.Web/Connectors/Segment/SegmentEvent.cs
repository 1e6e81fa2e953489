namespace CxGrains.Web.Connectors.Segment;

/// <summary>What is taken of one of Segment's events. Parts that are copied are ranges of the request's bytes.</summary>
internal struct SegmentEvent
{
    /// <summary><c>track</c>, <c>identify</c>, <c>page</c>, <c>screen</c>, <c>group</c> or <c>alias</c>; null where it says none.</summary>
    public string? Type;

    /// <summary>The sender's id of the event.</summary>
    public string? MessageId;

    /// <summary>Who it is about, once known.</summary>
    public string? UserId;

    /// <summary>Who it is about, as long as they are not known.</summary>
    public string? AnonymousId;

    /// <summary>The id that an <c>alias</c> joins to the user's.</summary>
    public string? PreviousId;

    /// <summary>The account of a <c>group</c>.</summary>
    public string? GroupId;

    /// <summary>The name of a <c>track</c>.</summary>
    public string? Event;

    /// <summary>The name of a <c>page</c> or <c>screen</c>.</summary>
    public string? Name;

    /// <summary>The SDK, such as <c>analytics.js</c>.</summary>
    public string? Library;

    /// <summary>When the sender's clock says it happened, Unix milliseconds UTC.</summary>
    public long? TimestampMs;

    /// <summary>When the sender's clock says it was sent, Unix milliseconds UTC.</summary>
    public long? SentAtMs;

    /// <summary>The <c>properties</c>, an object; empty where there are none.</summary>
    public Range Properties;

    /// <summary>The <c>traits</c>, an object; empty where there are none.</summary>
    public Range Traits;

    /// <summary>The <c>context.traits</c>, an object; empty where there are none.</summary>
    public Range ContextTraits;
}
