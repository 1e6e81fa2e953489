namespace CxGrains.Abstractions.Views;

/// <summary>Tickets of all customers, or of those who were in the segment when they opened them.</summary>
public sealed record TicketsView
{
    /// <summary>Tickets open now.</summary>
    public required OpenTicketsView Open { get; init; }

    /// <summary>Tickets opened in the window.</summary>
    public required long Opened { get; init; }

    /// <summary>Tickets answered in the window whose opening never came.</summary>
    public required long Unopened { get; init; }

    /// <summary>Replies and resolutions in the window that named no ticket, while the customer had none open, or several.</summary>
    public required long Unassigned { get; init; }

    /// <summary>From opening to first reply; a resolution is a reply. Replies given in the window.</summary>
    public required ResponseTimeView FirstReply { get; init; }

    /// <summary>From opening to resolution. Resolutions in the window.</summary>
    public required ResponseTimeView Resolution { get; init; }

    /// <summary>By channel, those with most tickets opened first; at most 32, and <c>other</c>. Absent in a channel's own.</summary>
    public IReadOnlyList<ChannelTicketsView>? Channels { get; init; }
}
