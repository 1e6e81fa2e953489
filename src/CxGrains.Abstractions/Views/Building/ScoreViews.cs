using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Scores as readers see them; a score without data says so.</summary>
public static class ScoreViews
{
    /// <summary>An NPS; null for no answers.</summary>
    public static NpsView Of(NpsScore? score) => score is { } nps
        ? new NpsView
        {
            Status = ScoreStatus.Ok,
            Responses = nps.Responses,
            Score = nps.Score,
            MarginOfError = Told(nps.MarginOfError, nps.Responses),
            Promoters = nps.Promoters,
            Passives = nps.Passives,
            Detractors = nps.Detractors,
        }
        : new NpsView { Status = ScoreStatus.NotEnoughData };

    /// <summary>A CSAT; null for no answers.</summary>
    public static CsatView Of(CsatScore? score) => score is { } csat
        ? new CsatView
        {
            Status = ScoreStatus.Ok,
            Responses = csat.Responses,
            Score = csat.Score,
            Low = csat.Interval.Low,
            High = csat.Interval.High,
            Satisfied = csat.Satisfied,
        }
        : new CsatView { Status = ScoreStatus.NotEnoughData };

    /// <summary>A CES by one of its methods; null for no answers.</summary>
    public static CesView Of(CesScore? score, CesMethod method) => (score, method) switch
    {
        (null, _) => new CesView { Status = ScoreStatus.NotEnoughData, Method = NameOf(method) },
        ({ } ces, CesMethod.Agree) => new CesView
        {
            Status = ScoreStatus.Ok,
            Method = NameOf(method),
            Responses = ces.Responses,
            Score = ces.AgreePercent,
            Low = ces.AgreeInterval.Low,
            High = ces.AgreeInterval.High,
        },
        ({ } ces, _) => new CesView
        {
            Status = ScoreStatus.Ok,
            Method = NameOf(method),
            Responses = ces.Responses,
            Score = ces.Mean.Score,
            MarginOfError = Told(ces.Mean.MarginOfError, ces.Responses),
        },
    };

    /// <summary>A rating's mean; null for no answers.</summary>
    public static RatingView Of(MeanScore? score) => score is { } mean
        ? new RatingView
        {
            Status = ScoreStatus.Ok,
            Responses = mean.Responses,
            Score = mean.Score,
            MarginOfError = Told(mean.MarginOfError, mean.Responses),
        }
        : new RatingView { Status = ScoreStatus.NotEnoughData };

    /// <summary>A response rate.</summary>
    public static ResponseRateView Of(ResponseRate rate) => new()
    {
        Status = rate.Percent is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
        Sent = rate.Sent,
        Responses = rate.Responses,
        Percent = rate.Percent,
    };

    /// <summary>A point of a trend.</summary>
    public static TrendPoint? PointOf(NpsScore? score) =>
        score is { } nps ? Around(nps.Score, Told(nps.MarginOfError, nps.Responses), nps.Responses) : null;

    /// <summary>A point of a trend.</summary>
    public static TrendPoint? PointOf(CsatScore? score) =>
        score is { } csat ? new TrendPoint(csat.Score, csat.Interval.Low, csat.Interval.High, csat.Responses) : null;

    /// <summary>A point of a trend, by a method.</summary>
    public static TrendPoint? PointOf(CesScore? score, CesMethod method) => (score, method) switch
    {
        (null, _) => null,
        ({ } ces, CesMethod.Agree) => new TrendPoint(ces.AgreePercent, ces.AgreeInterval.Low, ces.AgreeInterval.High, ces.Responses),
        ({ } ces, _) => PointOf(ces.Mean),
    };

    /// <summary>A point of a trend.</summary>
    public static TrendPoint? PointOf(MeanScore? score) =>
        score is { } mean ? Around(mean.Score, Told(mean.MarginOfError, mean.Responses), mean.Responses) : null;

    private static TrendPoint Around(double score, double? margin, long responses) =>
        new(score, score - margin, score + margin, responses);

    // Few answers, or answers all alike, give a margin of 0 that says nothing about how sure the score is.
    private static double? Told(double? margin, long responses) =>
        responses >= NpsView.MarginResponsesMin && margin > 0 ? margin : null;

    private static string NameOf(CesMethod method) => method == CesMethod.Agree ? "agree" : "mean";
}
