namespace CxGrains.Abstractions.Views;

/// <summary>The stage of a journey that hurts most.</summary>
public sealed record WorstStageView
{
    /// <summary>Whether any stage is known to hurt.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>The stage's id; absent where none is known to hurt.</summary>
    public string? Stage { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Words { get; init; }
}
