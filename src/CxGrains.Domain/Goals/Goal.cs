using System.Text.Json.Serialization;

namespace CxGrains.Domain.Goals;

/// <summary>A value that a metric is to reach by a day: of the whole workspace, of one survey, or of one segment.</summary>
public sealed record Goal
{
    /// <summary>The id, unique in the workspace.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is set on.</summary>
    public required GoalMetric Metric { get; init; }

    /// <summary>The survey it is set on; null for none.</summary>
    public string? Survey { get; init; }

    /// <summary>The segment it is set on; null for none.</summary>
    public string? Segment { get; init; }

    /// <summary>The value to reach, in the metric's unit.</summary>
    public required double Target { get; init; }

    /// <summary>The day it starts, at its first instant UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day it is to be reached by, its last instant UTC; after <see cref="From"/>.</summary>
    public required DateOnly By { get; init; }

    /// <summary>The value at the start, in the metric's unit; null for a survey's goal, where the survey knows it.</summary>
    public double? Start { get; init; }

    /// <summary>The first instant, Unix milliseconds UTC.</summary>
    [JsonIgnore]
    public long FromMs => StartOf(From);

    /// <summary>The instant after the last, Unix milliseconds UTC.</summary>
    [JsonIgnore]
    public long EndMs => StartOf(By) + TimeSpan.MillisecondsPerDay;

    private static long StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
