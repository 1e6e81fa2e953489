using CxGrains.Domain.Goals;

namespace CxGrains.Abstractions.Views;

/// <summary>A goal, and whether it is on track given how sure its metric is.</summary>
public sealed record GoalView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is set on.</summary>
    public required GoalMetric Metric { get; init; }

    /// <summary>The survey it is set on; absent for others.</summary>
    public string? Survey { get; init; }

    /// <summary>The segment it is set on; absent for others.</summary>
    public string? Segment { get; init; }

    /// <summary>The value to reach.</summary>
    public required double Target { get; init; }

    /// <summary>The day it starts.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day it is to be reached by.</summary>
    public required DateOnly By { get; init; }

    /// <summary>Whether its value and its start are known.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>The value at the start.</summary>
    public double? Start { get; init; }

    /// <summary>The value now.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the value's 95 % interval; absent where it cannot be told, or the value is counted in full.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? High { get; init; }

    /// <summary>Half the width of it.</summary>
    public double? MarginOfError { get; init; }

    /// <summary>Where the straight line from start to target is now.</summary>
    public double? Expected { get; init; }

    /// <summary>The part of the way that is done: 0 at the start, 1 at the target; below and beyond are possible.</summary>
    public double? Progress { get; init; }

    /// <summary>The change a week so far.</summary>
    public double? PacePerWeek { get; init; }

    /// <summary>The change a week that is needed from now on; absent once time is up.</summary>
    public double? NeededPerWeek { get; init; }

    /// <summary>Whether it keeps up with the line: <c>yes</c> or <c>no</c> where its whole interval does, else <c>uncertain</c>.</summary>
    public required OnTrack OnTrack { get; init; }

    /// <summary>All of it in words.</summary>
    public required string Words { get; init; }
}
