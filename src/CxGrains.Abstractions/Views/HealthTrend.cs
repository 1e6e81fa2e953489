namespace CxGrains.Abstractions.Views;

/// <summary>Where a measure of health went since the week's start.</summary>
public enum HealthTrend
{
    /// <summary>It changed by less than a point.</summary>
    Steady = 0,

    /// <summary>It rose by a point or more.</summary>
    Up = 1,

    /// <summary>It fell by a point or more.</summary>
    Down = 2,
}
