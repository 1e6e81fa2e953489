using CxGrains.Domain.Customers;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Scores.Advocacy;

/// <summary>
/// Whether a customer may be asked for a testimonial: it consents to <c>testimonial</c>, one of its latest answers (of each metric) is
/// positive and has a comment, and none of the others is negative. Answers speak for <see cref="AdvocacyRules.AnswerDaysMax"/> days.
/// Positive is promoter, satisfied or easy, and a rating in the top two boxes; negative is detractor, unsatisfied or hard.
/// </summary>
/// <param name="MayAsk">Whether.</param>
/// <param name="Reason">Why, or why not, in words.</param>
/// <param name="Answer">The answer to quote; null unless the customer may be asked.</param>
public sealed record TestimonialCheck(bool MayAsk, string Reason, AnswerContribution? Answer)
{
    /// <summary>The check of a customer at an instant.</summary>
    public static TestimonialCheck Of(Customer customer, long atMs)
    {
        var latest = customer.Answers
            .Select(kept => kept.Contribution)
            .Where(answer => Instants.DayOf(atMs) - Instants.DayOf(answer.AtMs) < AdvocacyRules.AnswerDaysMax)
            .GroupBy(answer => answer.Metric)
            .Select(answers => answers.Last())
            .ToList();
        if (latest.Find(answer => ToneOf(answer) < 0) is { } bad)
        {
            return new(false, $"The latest {NameOf(bad.Metric)} answer is {AnswerCategory.Of(bad.Metric, bad.Score, bad.Scale)}", null);
        }

        if (latest.FindLast(answer => ToneOf(answer) > 0 && answer.Comment is { Length: > 0 }) is not { } good)
        {
            return new(false, "No latest answer is positive and has a comment", null);
        }

        return Consents.Has(customer, Purposes.Testimonial)
            ? new(true, $"The latest {NameOf(good.Metric)} answer is {good.Score} of {good.Scale} with a comment, and the customer consents", good)
            : new(false, $"The latest {NameOf(good.Metric)} answer is positive with a comment, but there is no consent to testimonials", null);
    }

    private static int ToneOf(AnswerContribution answer) => AnswerCategory.Of(answer.Metric, answer.Score, answer.Scale) switch
    {
        AnswerCategory.Promoter or AnswerCategory.Satisfied or AnswerCategory.Easy => 1,
        AnswerCategory.Detractor or AnswerCategory.Unsatisfied or AnswerCategory.Hard => -1,
        null when CsatScore.IsSatisfied(answer.Score, answer.Scale) => 1,
        _ => 0,
    };

    private static string NameOf(SurveyMetric metric) => metric == SurveyMetric.Rating ? "rating" : metric.ToString().ToUpperInvariant();
}
