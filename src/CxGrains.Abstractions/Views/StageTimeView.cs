namespace CxGrains.Abstractions.Views;

/// <summary>How long customers stayed in a stage before they moved on. Counted in buckets of a factor of 1.41, which bounds the error.</summary>
public sealed record StageTimeView
{
    /// <summary>Whether anyone moved on.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Customers that moved on, in the window they entered in.</summary>
    public required long Count { get; init; }

    /// <summary>Half of them took at most these hours.</summary>
    public double? P50Hours { get; init; }

    /// <summary>Nine in ten took at most these hours.</summary>
    public double? P90Hours { get; init; }
}
