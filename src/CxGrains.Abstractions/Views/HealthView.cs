namespace CxGrains.Abstractions.Views;

/// <summary>A customer's health for readers.</summary>
public sealed record HealthView
{
    /// <summary>Whether enough measures are known.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>How many of the measures that have a weight are known.</summary>
    public required int Known { get; init; }

    /// <summary>The start of this UTC week (Monday 00:00), which changes are counted from.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Points since then; absent where there is no score now, or was none then.</summary>
    public double? ChangeSinceLastWeek { get; init; }

    /// <summary>Every measure.</summary>
    public required IReadOnlyList<HealthMeasureView> Measures { get; init; }
}
