using System.Globalization;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Changes of scores as readers see them.</summary>
public static class ChangeViews
{
    /// <summary>The change of a survey's score against the window before.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="before">The window before.</param>
    /// <param name="now">This window.</param>
    public static ChangeView Of(SurveyDefinition survey, ScoreCounts before, ScoreCounts now) => survey.Metric switch
    {
        SurveyMetric.Nps => Of(before.Nps(), now.Nps()),
        SurveyMetric.Csat => Of(before.Csat(), now.Csat()),
        SurveyMetric.Ces => Of(before.Ces(), now.Ces(), survey.CesMethod),
        _ => View("The rating", "", ScoreViews.PointOf(before.Mean()), ScoreViews.PointOf(now.Mean()), ScoreChange.Between(before.Mean(), now.Mean())),
    };

    /// <summary>The difference of what a survey measures between two populations.</summary>
    /// <param name="survey">The survey; its metric and, for CES, its method count.</param>
    /// <param name="second">Answers of the one it is held against, by day.</param>
    /// <param name="first">Answers of the one that is compared.</param>
    /// <param name="fromDay">The first day.</param>
    /// <param name="toDay">The last day.</param>
    public static ChangeView Between(SurveyDefinition survey, AnswerDays second, AnswerDays first, int fromDay, int toDay)
    {
        var change = survey.Metric switch
        {
            SurveyMetric.Nps => Of(second.Nps(fromDay, toDay), first.Nps(fromDay, toDay)),
            SurveyMetric.Csat => Of(second.Csat(fromDay, toDay), first.Csat(fromDay, toDay)),
            SurveyMetric.Ces => Of(second.Ces(fromDay, toDay), first.Ces(fromDay, toDay), survey.CesMethod),
            _ => View("The rating", "", null, null, null),
        };
        return change with { Words = DifferenceWordsOf(survey.Metric, change) };
    }

    /// <summary>The changes of a population's scores against the window before.</summary>
    /// <param name="answers">Its answers by day.</param>
    /// <param name="fromDay">The first day of this window.</param>
    /// <param name="toDay">The last day of it.</param>
    public static ChangesView Of(AnswerDays answers, int fromDay, int toDay)
    {
        var (first, last) = (fromDay - (toDay - fromDay + 1), fromDay - 1);
        return new ChangesView(
            Of(answers.Nps(first, last), answers.Nps(fromDay, toDay)),
            Of(answers.Csat(first, last), answers.Csat(fromDay, toDay)),
            Of(answers.Ces(first, last), answers.Ces(fromDay, toDay), CesMethod.Mean));
    }

    private static ChangeView Of(NpsScore? before, NpsScore? now) =>
        View("NPS", " points", ScoreViews.PointOf(before), ScoreViews.PointOf(now), ScoreChange.Between(before, now));

    private static ChangeView Of(CsatScore? before, CsatScore? now) =>
        View("CSAT", " percentage points", ScoreViews.PointOf(before), ScoreViews.PointOf(now), ScoreChange.Between(before, now));

    private static ChangeView Of(CesScore? before, CesScore? now, CesMethod method) => method == CesMethod.Agree
        ? View("CES", " percentage points", ScoreViews.PointOf(before, method), ScoreViews.PointOf(now, method), ScoreChange.BetweenAgreeing(before, now))
        : View("CES", "", ScoreViews.PointOf(before, method), ScoreViews.PointOf(now, method), ScoreChange.Between(before?.Mean, now?.Mean));

    private static ChangeView View(string name, string unit, TrendPoint? before, TrendPoint? now, ScoreChange? change) => new()
    {
        Status = change is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
        Now = now,
        Before = before,
        Difference = change?.Difference,
        MarginOfError = change?.MarginOfError is > 0 and var margin ? margin : null,
        Z = change?.Z,
        P = change?.P,
        IsReal = change?.IsReal,
        Words = change is null
            ? string.Create(CultureInfo.InvariantCulture, $"Not enough answers to tell: {now?.Responses ?? 0} now and {before?.Responses ?? 0} before, of {ScoreChange.AnswersMin} each.")
            : WordsOf(name, unit, change),
    };

    private static string DifferenceWordsOf(SurveyMetric metric, ChangeView change) => (metric, change) switch
    {
        (SurveyMetric.Rating, _) => "Of members' ratings nothing is kept.",
        (_, { Difference: null }) => string.Create(
            CultureInfo.InvariantCulture, $"Not enough answers to tell: {change.Now?.Responses ?? 0} and {change.Before?.Responses ?? 0}, of {ScoreChange.AnswersMin} each."),
        (_, { IsReal: true }) => string.Create(CultureInfo.InvariantCulture, $"A difference of {change.Difference:0.##}, more than chance explains."),
        _ => string.Create(CultureInfo.InvariantCulture, $"No real difference: {change.Difference:0.##}, which chance explains."),
    };

    private static string WordsOf(string name, string unit, ScoreChange change)
    {
        var size = Math.Abs(change.Difference).ToString("0.##", CultureInfo.InvariantCulture);
        return change.IsReal
            ? $"{name} {(change.Difference > 0 ? "rose" : "fell")} by {size}{unit}, more than chance explains."
            : $"No real change: {name} moved by {size}{unit}, which chance explains.";
    }
}
