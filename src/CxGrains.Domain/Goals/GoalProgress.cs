namespace CxGrains.Domain.Goals;

/// <summary>
/// How far a goal is at an instant, against the straight line from its start to its target. Past the last day the line stays at the target.
/// </summary>
public sealed record GoalProgress
{
    private const double WeekMs = 7.0 * TimeSpan.MillisecondsPerDay;

    /// <summary>Judges a goal.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="start">The value at its start.</param>
    /// <param name="reading">The metric as it stands.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public GoalProgress(Goal goal, double start, GoalReading reading, long atMs)
    {
        var way = goal.Target - start;
        var isUp = way >= 0;
        var elapsedMs = Math.Clamp(atMs - goal.FromMs, 0, goal.EndMs - goal.FromMs);
        Expected = start + (way * elapsedMs / (goal.EndMs - goal.FromMs));
        Progress = way == 0 ? null : (reading.Value - start) / way;
        PacePerWeek = elapsedMs == 0 ? null : (reading.Value - start) * WeekMs / elapsedMs;
        NeededPerWeek = atMs >= goal.EndMs ? null : (goal.Target - reading.Value) * WeekMs / (goal.EndMs - Math.Max(atMs, goal.FromMs));
        OnTrack = atMs < goal.FromMs || reading.Low is not { } low || reading.High is not { } high ? OnTrack.Uncertain
            : isUp ? Judge(low - Expected, high - Expected)
            : Judge(Expected - high, Expected - low);
    }

    /// <summary>Where the line is.</summary>
    public double Expected { get; }

    /// <summary>The part of the way that is done: 0 at the start, 1 at the target; below and beyond are possible. Null where start and target are the same.</summary>
    public double? Progress { get; }

    /// <summary>The change a week since the start; null before it.</summary>
    public double? PacePerWeek { get; }

    /// <summary>The change a week that is needed from now on; null once time is up.</summary>
    public double? NeededPerWeek { get; }

    /// <summary>Whether the metric keeps up.</summary>
    public OnTrack OnTrack { get; }

    private static OnTrack Judge(double worstAhead, double bestAhead) =>
        worstAhead >= 0 ? OnTrack.Yes : bestAhead < 0 ? OnTrack.No : OnTrack.Uncertain;
}
