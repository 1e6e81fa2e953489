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

    /// <summary>Channels, busiest first. What members did while they were in the segment.</summary>
    public required IReadOnlyList<ChannelView> Channels { get; init; }

    /// <summary>Promoters, advocates and referrals as of the end of the window.</summary>
    public required PopulationAdvocacyView Advocacy { get; init; }
}
