using CxGrains.Domain.Scores.Health;

namespace CxGrains.Abstractions.Views;

/// <summary>One measure of health for readers.</summary>
public sealed record HealthMeasureView
{
    /// <summary>The measure.</summary>
    public required HealthMeasure Name { get; init; }

    /// <summary>Whether it is known.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public double? Value { get; init; }

    /// <summary>Percent of the score that it makes up; 0 where it is not known. Over the measures 100.</summary>
    public required double Weight { get; init; }

    /// <summary>Its points of the score; over the measures they sum to the score.</summary>
    public required double Points { get; init; }

    /// <summary>Where its value went since the week's start; absent where it is not known now, or was not then.</summary>
    public HealthTrend? Trend { get; init; }

    /// <summary>Its share of <see cref="HealthView.ChangeSinceLastWeek"/> in points; over the measures they sum to it.</summary>
    public double? Change { get; init; }
}
