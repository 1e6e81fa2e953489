using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>The texts that rules compare, traits excepted.</summary>
internal static class TextFields
{
    /// <summary>By the name in the JSON.</summary>
    public static readonly IReadOnlyDictionary<string, TextField> ByName = new Dictionary<string, TextField>(StringComparer.Ordinal)
    {
        ["account"] = new(static (customer, _) => customer.Account),
        ["churn.band"] = new(BandOf) { Words = ["low", "medium", "high"], NextChangeMs = NextBandChangeMs },
        ["nps.category"] = Category(SurveyMetric.Nps, AnswerCategory.Promoter, AnswerCategory.Passive, AnswerCategory.Detractor),
        ["csat.category"] = Category(SurveyMetric.Csat, AnswerCategory.Satisfied, AnswerCategory.Unsatisfied),
        ["ces.category"] = Category(SurveyMetric.Ces, AnswerCategory.Easy, AnswerCategory.Neutral, AnswerCategory.Hard),
    };

    private static TextField Category(SurveyMetric metric, params string[] words) =>
        new((customer, _) => customer.LatestAnswer(metric) is { } answer ? AnswerCategory.Of(metric, answer.Score, answer.Scale) : null)
        {
            Words = words,
        };

    private static string? BandOf(ICustomerFacts customer, long atMs) => BandHysteresis.Next(customer.Band, customer.Risk.Probability(atMs)) switch
    {
        RiskBand.Low => "low",
        RiskBand.Medium => "medium",
        RiskBand.High => "high",
        _ => null,
    };

    private static long NextBandChangeMs(ICustomerFacts customer, long atMs)
    {
        var mediumMs = NumberFields.ChurnReachesMs(customer, ChurnRisk.MediumMin);
        return mediumMs > atMs && mediumMs != long.MaxValue ? mediumMs : After(NumberFields.ChurnReachesMs(customer, ChurnRisk.HighMin), atMs);
    }

    private static long After(long candidateMs, long atMs) => candidateMs > atMs ? candidateMs : long.MaxValue;
}
