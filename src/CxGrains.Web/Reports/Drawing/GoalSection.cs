using CxGrains.Abstractions.Views;
using CxGrains.Domain.Goals;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>The goals, and whether they are on track.</summary>
internal static class GoalSection
{
    /// <summary>The section; nothing where the page shows no goals, as for a segment.</summary>
    public static Markup Of(ReportContext context)
    {
        var words = context.Words;
        if (context.Data.Insights is not { Segment: null } insights)
        {
            return Markup.None;
        }

        return Section.Of(words.Goals, insights.Goals.Count == 0 ? Section.Line(words.NoGoals) : ReportTable.Of(
            [words.Goal, "#" + words.Value, "#" + words.Target, words.By, ""],
            [.. insights.Goals.Select(goal => (IReadOnlyList<Markup>)
            [
                Markup.Of($"{Markup.Foreign(goal.Name)}<br/><span class=\"dim small\">{MetricOf(words, goal.Metric)}</span>"),
                goal.Value is { } value ? Markup.Figure($"{ValueOf(context, goal.Metric, value)}{(goal.MarginOfError is { } margin ? $" ±{ValueOf(context, goal.Metric, margin)}" : "")}") : Markup.Of($"{words.NotEnough}"),
                Markup.Figure(ValueOf(context, goal.Metric, goal.Target)),
                Markup.Date(context.Numbers.Date(goal.By)),
                Track(words, goal),
            ])]));
    }

    private static Markup Track(ReportWords words, GoalView goal) => goal switch
    {
        { Status: ScoreStatus.NotEnoughData } => Markup.Of($"<span class=\"chip\">{words.NotEnough}</span>"),
        { OnTrack: OnTrack.Yes } => Markup.Of($"<span class=\"chip good\">{words.OnTrack}</span>"),
        { OnTrack: OnTrack.No } => Markup.Of($"<span class=\"chip bad\">{words.Behind}</span>"),
        _ => Markup.Of($"<span class=\"chip warn\">{words.Uncertain}</span>"),
    };

    private static string MetricOf(ReportWords words, GoalMetric metric) => metric switch
    {
        GoalMetric.Nps => words.Nps,
        GoalMetric.Csat => words.Csat,
        GoalMetric.Ces => words.Ces,
        GoalMetric.Rating => words.Rating,
        GoalMetric.ResponseRate => words.ResponseRate,
        GoalMetric.AtRiskPercent => words.HighRisk,
        GoalMetric.Customers => words.Customers,
        _ => words.Revenue,
    };

    private static string ValueOf(ReportContext context, GoalMetric metric, double value) => metric switch
    {
        GoalMetric.Csat or GoalMetric.ResponseRate or GoalMetric.AtRiskPercent => context.Numbers.Percent(value, 1),
        GoalMetric.Ces or GoalMetric.Rating => context.Numbers.Fixed(value, 2),
        GoalMetric.Nps => context.Numbers.Fixed(value, 1),
        _ => context.Numbers.Fixed(value, 0),
    };
}
