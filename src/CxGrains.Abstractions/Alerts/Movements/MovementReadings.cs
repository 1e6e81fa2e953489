using System.Globalization;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>How the survey, segment or goal of a rule stands: the same figures that its page shows.</summary>
public static class MovementReadings
{
    /// <summary>The reading.</summary>
    /// <param name="rule">The rule; it is about a survey, a segment or a goal.</param>
    /// <param name="look">What was found.</param>
    public static MovementReading Of(AlertRule rule, MovementLook look)
    {
        var condition = rule.Condition;
        return condition.Type switch
        {
            AlertConditionType.SurveyMoved => look.Definitions.Surveys.TryGetValue(condition.Survey!, out var survey)
                ? Of(condition, ChangeOf(survey, look.Surveys[survey.Id], condition, look.AtMs), survey.Name)
                : Unknown($"There is no survey '{condition.Survey}'."),
            AlertConditionType.SegmentMoved when condition.Segment is null => Of(condition, ChangeOf(look.Answers, condition, look.AtMs), null),
            AlertConditionType.SegmentMoved => look.Definitions.Segments.TryGetValue(condition.Segment!, out var segment)
                ? Of(condition, ChangeOf(look.SegmentAnswers[segment.Id], condition, look.AtMs), segment.Name)
                : Unknown($"There is no segment '{condition.Segment}'."),
            _ => MovementLook.GoalOf(rule, look.Definitions) is { } goal
                ? Of(goal, GoalViews.Of(goal, look.Context, look.Customers, look.AtMs))
                : Unknown($"There is no goal '{condition.Goal}'."),
        };
    }

    private static ChangeView ChangeOf(SurveyDefinition survey, SurveyShard shard, AlertCondition condition, long atMs)
    {
        var (fromDay, toDay) = WindowOf(condition, atMs);
        return ChangeViews.Of(survey, shard.Window(fromDay - condition.WindowDays!.Value, fromDay - 1), shard.Window(fromDay, toDay));
    }

    private static ChangeView ChangeOf(AnswerDays answers, AlertCondition condition, long atMs)
    {
        var (fromDay, toDay) = WindowOf(condition, atMs);
        var changes = ChangeViews.Of(answers, fromDay, toDay);
        return condition.Metric switch { SurveyMetric.Nps => changes.Nps, SurveyMetric.Csat => changes.Csat, _ => changes.Ces };
    }

    private static (int FromDay, int ToDay) WindowOf(AlertCondition condition, long atMs)
    {
        var today = Instants.DayOf(atMs);
        return (today - condition.WindowDays!.Value + 1, today);
    }

    // Too few answers are no movement: what stood and cannot be told any more has ended.
    private static MovementReading Of(AlertCondition condition, ChangeView change, string? name)
    {
        if (change is not { Status: ScoreStatus.Ok, Now: { } now, Before: { } before, Difference: { } difference, Z: { } z })
        {
            return new MovementReading(false, change.Words, null, name);
        }

        var seen = new AlertSeen(now.Score, before.Score, z == 0 ? 0 : Math.Abs(Normal.Z95 * difference / z), now.Responses, before.Responses);
        var isAskedWay = condition.Direction switch { MovementDirection.Down => difference < 0, MovementDirection.Up => difference > 0, _ => true };
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Words} {now.Score:0.##} of {now.Responses} answers in the last {condition.WindowDays} days, {before.Score:0.##} of {before.Responses} in as many before.");
        return new MovementReading(change.IsReal == true && isAskedWay, figures, seen, name);
    }

    // Within the margin of error a goal neither falls behind nor catches up.
    private static MovementReading Of(Goal goal, GoalView view)
    {
        var seen = view is { Value: { } value, Expected: { } expected } ? new AlertSeen(value, expected, view.MarginOfError, null, null) : null;
        bool? isBehind = view.OnTrack switch { OnTrack.No => true, OnTrack.Yes => false, _ => null };
        return new MovementReading(isBehind, view.Words, seen, goal.Name);
    }

    private static MovementReading Unknown(string words) => new(null, words, null, null);
}
