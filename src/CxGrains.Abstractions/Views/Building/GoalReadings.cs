using CxGrains.Domain;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Reads the metrics that goals are set on. Null where a metric is not known.</summary>
internal static class GoalReadings
{
    /// <summary>UTC days of answers that a survey's goal looks at.</summary>
    public const int SurveyDays = SurveyViews.TrendWindowDays;

    /// <summary>A metric of a survey, over the days that end with one.</summary>
    public static GoalReading? Of(GoalMetric metric, SurveyDefinition survey, SurveyShard shard, int toDay)
    {
        var fromDay = toDay - SurveyDays + 1;
        var window = shard.Window(fromDay, toDay);
        return (metric, survey.Metric) switch
        {
            (GoalMetric.Nps, SurveyMetric.Nps) => Of(ScoreViews.PointOf(window.Nps())),
            (GoalMetric.Csat, SurveyMetric.Csat) => Of(ScoreViews.PointOf(window.Csat())),
            (GoalMetric.Ces, SurveyMetric.Ces) => Of(ScoreViews.PointOf(window.Ces(), survey.CesMethod)),
            (GoalMetric.Rating, SurveyMetric.Rating) => Of(ScoreViews.PointOf(window.Mean())),
            (GoalMetric.ResponseRate, _) => Of(shard.ResponseRate(fromDay, toDay)),
            _ => null,
        };
    }

    /// <summary>A metric of a population: the whole workspace or a segment.</summary>
    public static GoalReading? Of(GoalMetric metric, PopulationShard population, long atMs)
    {
        var (fromDay, toDay) = PopulationViews.LatestWindow(atMs);
        return metric switch
        {
            GoalMetric.Nps => Of(ScoreViews.PointOf(population.LatestAnswers.Nps(fromDay, toDay))),
            GoalMetric.Csat => Of(ScoreViews.PointOf(population.LatestAnswers.Csat(fromDay, toDay))),
            GoalMetric.Ces => Of(ScoreViews.PointOf(population.LatestAnswers.Ces(fromDay, toDay), CesMethod.Mean)),
            GoalMetric.AtRiskPercent when population.Members > 0 => GoalReading.Exact(100.0 * population.CountOf(RiskBand.High) / population.Members),
            GoalMetric.Customers => GoalReading.Exact(population.Members),
            GoalMetric.Revenue => GoalReading.Exact((double)population.Purchases.Total),
            _ => null,
        };
    }

    /// <summary>The last day before a goal starts.</summary>
    public static int EveOf(Goal goal) => Instants.DayOf(goal.FromMs) - 1;

    private static GoalReading? Of(TrendPoint? point) => point is null ? null : new GoalReading(point.Score, point.Low, point.High);

    private static GoalReading? Of(ResponseRate rate) => rate.Percent is { } percent
        ? new GoalReading(percent, new ProportionInterval(rate.Responses, rate.Sent).Low, new ProportionInterval(rate.Responses, rate.Sent).High)
        : null;
}
