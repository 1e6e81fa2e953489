using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Advocacy as readers see it.</summary>
public static class AdvocacyViews
{
    /// <summary>Of a customer at an instant.</summary>
    public static AdvocacyView Of(Customer customer, long atMs)
    {
        var acts = customer.AdvocacyActs ?? AdvocacyActs.None;
        var testimonial = TestimonialCheck.Of(customer, atMs);
        return new AdvocacyView
        {
            Status = AdvocacyRules.StatusOf(customer.LatestAnswer(SurveyMetric.Nps), customer.AdvocacyActs, atMs),
            Referrals = acts.Referrals,
            LastReferral = TimeOf(acts.LastReferralMs),
            Reviews = acts.Reviews,
            LastReview = TimeOf(acts.LastReviewMs),
            Testimonial = new TestimonialView(testimonial.MayAsk, testimonial.Reason)
            {
                Comment = testimonial.Answer?.Comment,
                At = testimonial.Answer is { } answer ? Instants.ToTime(answer.AtMs) : null,
            },
        };
    }

    /// <summary>Of a population at an instant.</summary>
    public static PopulationAdvocacyView Of(PopulationShard population, long atMs)
    {
        var day = Instants.DayOf(atMs);
        var customers = population.Members;
        var counts = population.Parts.Advocacy ?? new AdvocacyCounts();
        ProportionInterval? rate = customers > 0 ? new ProportionInterval(counts.Referrers, customers) : null;
        return new PopulationAdvocacyView
        {
            Status = rate is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
            Customers = customers,
            Promoters = population.LatestAnswers.Nps(day - AdvocacyRules.AnswerDaysMax + 1, day)?.Promoters ?? 0,
            Advocates = counts.Advocates(day),
            Referrers = counts.Referrers,
            ReferralRate = rate is null ? null : 100.0 * counts.Referrers / customers,
            ReferralRateLow = rate?.Low,
            ReferralRateHigh = rate?.High,
        };
    }

    private static DateTimeOffset? TimeOf(long ms) => ms == 0 ? null : Instants.ToTime(ms);
}
