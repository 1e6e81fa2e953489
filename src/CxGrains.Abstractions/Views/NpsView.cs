namespace CxGrains.Abstractions.Views;

/// <summary>An NPS for readers. Without answers only <see cref="Status"/> and <see cref="Responses"/> are given.</summary>
public sealed record NpsView
{
    /// <summary>Whether there is a score.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Answers counted.</summary>
    public long Responses { get; init; }

    /// <summary>-100 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>95 % margin in points; absent where fewer than <see cref="MarginResponsesMin"/> answers, or answers all of one kind, cannot tell it.</summary>
    public double? MarginOfError { get; init; }

    /// <summary>Answers of 9 and 10.</summary>
    public long? Promoters { get; init; }

    /// <summary>Answers of 7 and 8.</summary>
    public long? Passives { get; init; }

    /// <summary>Answers of 0 to 6.</summary>
    public long? Detractors { get; init; }

    /// <summary>Answers from which a margin is shown.</summary>
    public const int MarginResponsesMin = 5;
}
