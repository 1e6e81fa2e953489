using CxGrains.Domain.Alerts;
using CxGrains.Domain.Goals;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>
/// Whether what has come to be so is news. An import, answers that came late, a redefinition and a new model move scores too, and nobody is to be
/// called for what was so all along.
/// </summary>
internal static class MovementNews
{
    /// <summary>Whether it is.</summary>
    /// <param name="rule">The rule, which holds now and did not before.</param>
    /// <param name="earlier">The look before; null for none since the start.</param>
    /// <param name="now">The look.</param>
    /// <param name="importedMs">When an import was folded last, Unix milliseconds UTC; 0 for not since the start.</param>
    public static bool Is(AlertRule rule, MovementLook? earlier, MovementLook now, long importedMs)
    {
        if (earlier is null)
        {
            return importedMs <= now.AtMs - Alert.NewsMsMax;
        }

        // What was received shortly before the earlier look may have been folded behind it.
        if (importedMs > 0 && importedMs >= earlier.AtMs - (long)MovementWatcher.LookEvery.TotalMilliseconds)
        {
            return false;
        }

        return !IsRedefined(rule, earlier, now) && !IsLate(rule, earlier, now);
    }

    private static bool IsRedefined(AlertRule rule, MovementLook earlier, MovementLook now)
    {
        var goal = MovementLook.GoalOf(rule, now.Definitions);
        var segment = rule.Condition.Segment ?? goal?.Segment;
        return (segment is not null && (earlier.IsRedefining || now.IsRedefining || VersionOf(earlier, segment) != VersionOf(now, segment)))
            || (goal is not null && earlier.Definitions.Settings.Version != now.Definitions.Settings.Version)
            || (goal?.Metric == GoalMetric.AtRiskPercent && earlier.Definitions.Published.Version != now.Definitions.Published.Version);
    }

    // A member's new answer takes its older one away, so that a segment's days change without anything being late: all answers tell.
    private static bool IsLate(AlertRule rule, MovementLook earlier, MovementLook now)
    {
        var spliced = now.WithoutLate(earlier);
        return rule.Condition.Type switch
        {
            AlertConditionType.GoalOffTrack => false,
            AlertConditionType.SegmentMoved when rule.Condition.Segment is not null =>
                MovementReadings.Of(AllOf(rule), spliced) != MovementReadings.Of(AllOf(rule), now) && MovementReadings.Of(rule, spliced).Stands != true,
            _ => MovementReadings.Of(rule, spliced).Stands != true,
        };
    }

    private static AlertRule AllOf(AlertRule rule) => rule with { Condition = rule.Condition with { Segment = null } };

    private static int? VersionOf(MovementLook look, string segment) => look.Definitions.Segments.GetValueOrDefault(segment)?.Version;
}
