using CxGrains.Domain.Customers;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores.Advocacy;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Relationship, 0 to 100: <see cref="StayPoints"/> (1 - churn probability), and points for what only happens where there is a
/// relationship: feedback of the last <see cref="SatisfactionMeasure.AnswerDaysMax"/> days, a referral or review of the last
/// <see cref="AdvocacyRules.ActDaysMax"/>, a consent that stands. Ours. Not known of a customer seen on fewer than
/// <see cref="ActiveDaysMin"/> days, whose rhythm is not known.
/// </summary>
public static class RelationshipMeasure
{
    /// <summary>Active days from which there is a rhythm.</summary>
    public const int ActiveDaysMin = 2;

    /// <summary>Points of a customer that is certain to stay.</summary>
    public const double StayPoints = 80;

    /// <summary>Points for an answer.</summary>
    public const double FeedbackPoints = 8;

    /// <summary>Points for a referral or review.</summary>
    public const double ActPoints = 8;

    /// <summary>Points for a consent.</summary>
    public const double ConsentPoints = 4;

    /// <summary>The measure at an instant; null where it is not known.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="churnProbability">From 0 to 1; null where it is not known.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static double? Of(Customer customer, double? churnProbability, long atMs)
    {
        if (churnProbability is not { } leaves || customer.Rhythm.ActiveDays < ActiveDaysMin)
        {
            return null;
        }

        var answers = customer.Answers;
        var hasAnswered = answers.Count > 0 && Recency.IsWithin(answers[^1].Contribution.AtMs, SatisfactionMeasure.AnswerDaysMax, atMs);
        var hasActed = customer.AdvocacyActs is { } acts && Recency.IsWithin(acts.LastMs, AdvocacyRules.ActDaysMax, atMs);
        return (StayPoints * (1 - leaves))
            + (hasAnswered ? FeedbackPoints : 0)
            + (hasActed ? ActPoints : 0)
            + (Consents.Any(customer) ? ConsentPoints : 0);
    }
}
