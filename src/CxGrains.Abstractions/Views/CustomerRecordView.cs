namespace CxGrains.Abstractions.Views;

/// <summary>All that is kept of one customer: what its page shows, and what stands behind it.</summary>
public sealed record CustomerRecordView
{
    /// <summary>The customer as its page shows it.</summary>
    public required CustomerView Customer { get; init; }

    /// <summary>Ids that were merged into it, by id.</summary>
    public IReadOnlyList<string> MergedIds { get; init; } = [];

    /// <summary>Tickets that are resolved, those opened last first, and those that were told of but never opened.</summary>
    public required IReadOnlyList<TicketView> SettledTickets { get; init; }

    /// <summary>The stages it is in, of the journeys it is on.</summary>
    public required IReadOnlyList<JourneyStayView> Journeys { get; init; }

    /// <summary>When it last asked to cancel, if it did.</summary>
    public DateTimeOffset? CancelRequested { get; init; }

    /// <summary>When it last cancelled, if it did.</summary>
    public DateTimeOffset? Cancelled { get; init; }

    /// <summary>When it last renewed, if it did.</summary>
    public DateTimeOffset? Renewed { get; init; }

    /// <summary>Its first purchase, if it bought.</summary>
    public DateTimeOffset? FirstPurchase { get; init; }

    /// <summary>Its last purchase, if it bought.</summary>
    public DateTimeOffset? LastPurchase { get; init; }

    /// <summary>UTC days on which it was active, of those that are kept.</summary>
    public required int ActiveDays { get; init; }

    /// <summary>When the churn prediction was made whose outcome is not known yet, if there is one.</summary>
    public DateTimeOffset? PredictionMade { get; init; }

    /// <summary>How many interaction ids are remembered, as fingerprints, to know repeats by.</summary>
    public required int RememberedIds { get; init; }
}
