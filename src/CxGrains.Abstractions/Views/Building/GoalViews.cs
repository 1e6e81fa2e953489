using CxGrains.Domain;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Goals as readers see them.</summary>
public static class GoalViews
{
    /// <summary>A goal.</summary>
    /// <param name="goal">The definition.</param>
    /// <param name="context">The surveys and segments it may be set on.</param>
    /// <param name="customers">All customers.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static GoalView Of(Goal goal, InsightsContext context, PopulationShard customers, long atMs)
    {
        if (Missing(goal, context) is { } missing)
        {
            return View(goal, null, goal.Start, null, missing);
        }

        var reading = goal.Survey is { } survey ? OfSurvey(goal, survey, context, Instants.DayOf(atMs))
            : GoalReadings.Of(goal.Metric, goal.Segment is { } segment ? context.Segments[segment] : customers, atMs);
        var start = goal.Start ?? OfSurvey(goal, goal.Survey!, context, Math.Min(GoalReadings.EveOf(goal), Instants.DayOf(atMs)))?.Value;
        if (reading is not { } known || start is not { } from)
        {
            return View(goal, reading, start, null, reading is null ? GoalWords.NoValue : GoalWords.NoStart(goal));
        }

        var progress = new GoalProgress(goal, from, known, atMs);
        return View(goal, reading, start, progress, GoalWords.Of(goal, known, from, progress, atMs));
    }

    private static GoalReading? OfSurvey(Goal goal, string survey, InsightsContext context, int toDay) =>
        context.Surveys.GetValueOrDefault(survey) is { } shard ? GoalReadings.Of(goal.Metric, context.Definitions.Surveys[survey], shard, toDay) : null;

    private static string? Missing(Goal goal, InsightsContext context) =>
        goal.Segment is { } segment && !context.Definitions.Segments.ContainsKey(segment) ? $"There is no segment '{segment}'."
        : goal.Survey is not { } id ? null
        : !context.Definitions.Surveys.TryGetValue(id, out var survey) ? $"There is no survey '{id}'."
        : goal.Metric == GoalMetric.ResponseRate || goal.Metric.ToString() == survey.Metric.ToString() ? null
        : $"Survey '{id}' does not measure this.";

    private static GoalView View(Goal goal, GoalReading? reading, double? start, GoalProgress? progress, string words)
    {
        var margin = (reading?.High - reading?.Low) / 2 is { } half && half > 0 ? half : (double?)null;
        return new GoalView
        {
            Id = goal.Id,
            Name = goal.Name,
            Metric = goal.Metric,
            Survey = goal.Survey,
            Segment = goal.Segment,
            Target = goal.Target,
            From = goal.From,
            By = goal.By,
            Status = progress is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
            Start = start,
            Value = reading?.Value,
            Low = margin is null ? null : reading?.Low,
            High = margin is null ? null : reading?.High,
            MarginOfError = margin,
            Expected = progress?.Expected,
            Progress = progress?.Progress,
            PacePerWeek = progress?.PacePerWeek,
            NeededPerWeek = progress?.NeededPerWeek,
            OnTrack = progress?.OnTrack ?? OnTrack.Uncertain,
            Words = words,
        };
    }
}
