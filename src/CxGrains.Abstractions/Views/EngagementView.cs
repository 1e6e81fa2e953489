namespace CxGrains.Abstractions.Views;

/// <summary>Engagement for readers.</summary>
public sealed record EngagementView
{
    /// <summary>Whether there was any activity.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>What the score is made of, largest first; the points sum to the score. Absent in lists.</summary>
    public IReadOnlyList<EngagementDriver>? Drivers { get; init; }
}
