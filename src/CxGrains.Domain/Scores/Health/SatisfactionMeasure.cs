using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Satisfaction, 0 to 100: the latest answer of each metric as a share of its scale, averaged with weights 2^(-age / <see cref="HalfLifeDays"/>)
/// together with <see cref="PriorWeight"/> answers of 50, so that an opinion fades towards "no opinion" as it grows old. Ours.
/// Not known without an answer of the last <see cref="AnswerDaysMax"/> days.
/// </summary>
public static class SatisfactionMeasure
{
    /// <summary>Days after which an answer counts half.</summary>
    public const double HalfLifeDays = 90;

    /// <summary>Days after which an answer says nothing.</summary>
    public const int AnswerDaysMax = 365;

    /// <summary>How many fresh answers "no opinion" weighs.</summary>
    public const double PriorWeight = 0.25;

    private const double Neutral = 50;

    private static readonly SurveyMetric[] Metrics = [SurveyMetric.Nps, SurveyMetric.Csat, SurveyMetric.Ces, SurveyMetric.Rating];

    /// <summary>The measure at an instant; null where it is not known.</summary>
    public static double? Of(Customer customer, long atMs)
    {
        var (sum, weights) = (Neutral * PriorWeight, PriorWeight);
        foreach (var metric in Metrics)
        {
            if (customer.LatestAnswer(metric) is not { } answer || !Recency.IsWithin(answer.AtMs, AnswerDaysMax, atMs))
            {
                continue;
            }

            var weight = Recency.Decay(answer.AtMs, HalfLifeDays, atMs);
            weights += weight;
            sum += weight * Normalised(metric, answer);
        }

        return weights > PriorWeight ? Math.Clamp(sum / weights, 0, 100) : null;
    }

    // NPS begins at 0, the other scales at 1.
    private static double Normalised(SurveyMetric metric, LatestAnswer answer)
    {
        var least = metric == SurveyMetric.Nps ? 0 : 1;
        return 100.0 * (answer.Score - least) / (answer.Scale - least);
    }
}
