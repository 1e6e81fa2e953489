namespace CxGrains.Abstractions.Views;

/// <summary>How long something took, and how often it was in time.</summary>
public sealed record ResponseTimeView
{
    /// <summary>Whether there is any duration in the window.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Durations in the window.</summary>
    public required long Count { get; init; }

    /// <summary>The median in minutes, off by at most <see cref="RelativeErrorMax"/> of itself.</summary>
    public double? P50Minutes { get; init; }

    /// <summary>90 percent took no longer, in minutes.</summary>
    public double? P90Minutes { get; init; }

    /// <summary>95 percent took no longer, in minutes.</summary>
    public double? P95Minutes { get; init; }

    /// <summary>The largest error of a percentile as a share of itself, because durations are counted in buckets. Half a minute below a minute.</summary>
    public double? RelativeErrorMax { get; init; }

    /// <summary>How often the target was met in the window, against all whose target was decided.</summary>
    public required RateView WithinTarget { get; init; }

    /// <summary>Targets missed in the window, each when it was due.</summary>
    public required long Breaches { get; init; }
}
