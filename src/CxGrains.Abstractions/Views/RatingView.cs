namespace CxGrains.Abstractions.Views;

/// <summary>A plain rating's mean for readers.</summary>
public sealed record RatingView
{
    /// <summary>Whether there is a score.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Answers counted.</summary>
    public long Responses { get; init; }

    /// <summary>Mean of the answers, 1 to the survey's scale.</summary>
    public double? Score { get; init; }

    /// <summary>95 % margin; absent below 5 answers.</summary>
    public double? MarginOfError { get; init; }
}
