namespace CxGrains.Abstractions.Views;

/// <summary>What stands behind the scores of all customers, or of a segment's members. Topics <c>insights</c> and <c>insights/{segment}</c> (window 30 days).</summary>
public sealed record InsightsView
{
    /// <summary>The segment's id; absent for all customers.</summary>
    public string? Segment { get; init; }

    /// <summary>The instant the window ends at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>UTC days in the window, the day of <see cref="AsOf"/> included.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Tickets and response times.</summary>
    public required TicketsView Tickets { get; init; }

    /// <summary>Whether the scores have changed against the window before.</summary>
    public required ChangesView Changes { get; init; }

    /// <summary>Journeys, as defined in the settings; of those that entered a stage in the window.</summary>
    public required IReadOnlyList<JourneyView> Journeys { get; init; }

    /// <summary>Goals, as defined in the settings; given for the workspace, and empty for a segment.</summary>
    public required IReadOnlyList<GoalView> Goals { get; init; }

    /// <summary>Channels, busiest first. What members did while they were in the segment.</summary>
    public required IReadOnlyList<ChannelView> Channels { get; init; }

    /// <summary>Promoters, advocates and referrals as of the end of the window.</summary>
    public required PopulationAdvocacyView Advocacy { get; init; }
}
