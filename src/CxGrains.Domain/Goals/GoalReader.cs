using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Goals;

/// <summary>Reads goals from settings as sent.</summary>
internal static class GoalReader
{
    /// <summary>The goals; none where the list was left out.</summary>
    /// <exception cref="InvalidFieldException">A field is unknown, missing, or outside its range.</exception>
    public static IReadOnlyList<Goal> Read(SettingsObject root)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return root.List("goals", Limits.GoalsMax, "id", "name", "metric", "survey", "segment", "target", "from", "by", "start").ConvertAll(json => ReadOne(json, ids));
    }

    private static Goal ReadOne(SettingsObject json, HashSet<string> ids)
    {
        var id = json.NewId(ids);
        var survey = json.FindText("survey", Limits.IdCharsMax);
        var segment = json.FindText("segment", Limits.IdCharsMax);
        if (survey is not null && segment is not null)
        {
            throw json.Fault("segment", "cannot stand beside a survey: a goal is set on one of them");
        }

        var metric = ReadMetric(json, survey is not null);
        var (min, max) = RangeOf(metric);
        var target = Given(json, "target", json.FindNumber("target", min, max));
        var start = json.FindNumber("start", min, max);
        if (start is null && survey is null)
        {
            throw json.Fault("start", "is missing; only a survey knows the value that it had");
        }

        var goal = new Goal
        {
            Id = id,
            Name = json.FindText("name", Limits.DisplayNameCharsMax) ?? id,
            Metric = metric,
            Survey = survey,
            Segment = segment,
            Target = target,
            From = Given(json, "from", json.FindDay("from")),
            By = Given(json, "by", json.FindDay("by")),
            Start = start,
        };
        return start == target
            ? throw json.Fault("target", "is the start, so that there is nothing to reach")
            : goal.By > goal.From ? goal : throw json.Fault("by", $"must be after {goal.From:yyyy-MM-dd}; it is {goal.By:yyyy-MM-dd}");
    }

    private static GoalMetric ReadMetric(SettingsObject json, bool isOfSurvey)
    {
        _ = json.Text("metric", Limits.NameCharsMax);
        var metric = json.OneOf("metric", GoalMetric.Nps);
        var isBoth = metric is GoalMetric.Nps or GoalMetric.Csat or GoalMetric.Ces;
        var isSurveys = metric is GoalMetric.Rating or GoalMetric.ResponseRate;
        return isBoth || isSurveys == isOfSurvey
            ? metric
            : throw json.Fault("metric", isSurveys ? "is a survey's, and the goal names none" : "is none of a survey's, which are nps, csat, ces, rating, responseRate");
    }

    private static (double Min, double Max) RangeOf(GoalMetric metric) => metric switch
    {
        GoalMetric.Nps => (-100, 100),
        GoalMetric.Rating => (1, Limits.ScaleMax),
        GoalMetric.Customers => (0, Limits.ValueMax),
        GoalMetric.Revenue => (-Limits.ValueMax, Limits.ValueMax),

        // A survey's CES may be shown as the percent that agrees.
        _ => (0, 100),
    };

    private static T Given<T>(SettingsObject json, string field, T? value)
        where T : struct =>
        value ?? throw json.Fault(field, "is missing");
}
