using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What a population (a workspace's customers, a segment's members) shows readers.</summary>
public static class PopulationViews
{
    /// <summary>UTC days of latest answers that a population's scores take.</summary>
    public const int LatestAnswersDays = 90;

    /// <summary>The first and last day of the latest answers at an instant.</summary>
    public static (int FromDay, int ToDay) LatestWindow(long atMs) => (Instants.DayOf(atMs) - LatestAnswersDays + 1, Instants.DayOf(atMs));

    /// <summary>Members by band, as settled.</summary>
    public static RiskCounts RiskOf(PopulationShard shard) => new(
        shard.CountOf(RiskBand.Low), shard.CountOf(RiskBand.Medium), shard.CountOf(RiskBand.High), shard.CountOf(RiskBand.NotEnoughData));

    /// <summary>The trends of a population's answers.</summary>
    /// <param name="answers">Its answers by day.</param>
    /// <param name="toDay">The last day, as days since 1970-01-01.</param>
    public static TrendView TrendOf(AnswerDays answers, int toDay)
    {
        const int Days = SurveyViews.TrendDays;
        const int WindowDays = SurveyViews.TrendWindowDays;
        return new TrendView
        {
            Nps = SurveyViews.Trend([.. answers.NpsTrailing(toDay, Days, WindowDays).Select(ScoreViews.PointOf)], toDay),
            Csat = SurveyViews.Trend([.. answers.CsatTrailing(toDay, Days, WindowDays).Select(ScoreViews.PointOf)], toDay),
            Ces = SurveyViews.Trend([.. answers.CesTrailing(toDay, Days, WindowDays).Select(score => ScoreViews.PointOf(score, CesMethod.Mean))], toDay),
        };
    }

    /// <summary>Purchases.</summary>
    public static PurchasesView Of(Purchases purchases) => new()
    {
        Count = purchases.Count,
        Total = purchases.Total,
        ByCurrency = purchases.ByCurrency.ToDictionary(sum => sum.Currency, sum => sum.Amount),
    };
}
