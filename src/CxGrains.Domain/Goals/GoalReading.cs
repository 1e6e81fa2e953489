namespace CxGrains.Domain.Goals;

/// <summary>A metric as it stands.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">The lower end of its 95 % interval; the value itself where it is counted in full; null where it cannot be told.</param>
/// <param name="High">The upper end.</param>
public readonly record struct GoalReading(double Value, double? Low, double? High)
{
    /// <summary>A value that is counted in full, and so has no margin.</summary>
    public static GoalReading Exact(double value) => new(value, value, value);
}
