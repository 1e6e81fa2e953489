using CxGrains.Domain.Alerts;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Customers;

/// <summary>What time does to a customer: its risk band, its segments and its tickets, settled at the instants at which they change.</summary>
internal static class Settlement
{
    private const double LookAgainMs = 60_000;
    private const long HeldAfterMs = 60 * 60_000;

    /// <summary>
    /// Settles all that was due up to the record, each change at its due time, and evaluates by settings and model that are new. What those
    /// change is no news of the customer, whatever record comes upon it first.
    /// </summary>
    public static void SettleUpTo(in FoldContext context, Customer customer, Announcement announcement)
    {
        // Before anything is asked of a profile that may not be wanted any more.
        Profiling.Settle(context, customer, announcement);

        // What was due is news whatever record comes upon it first; how old it may be, the alert's own rule says.
        var due = context with { IsNews = context.Rules.ScoresLike(customer.RulesStamp) };

        // By rules that are new nothing is: what they ask for stood already.
        var knowsRules = customer.RulesStamp == context.Rules.Stamp;
        while (customer.NextDueMs <= context.NowMs)
        {
            var atMs = customer.NextDueMs;
            Learning.SettleDue(atMs, context.Rules, customer, announcement);
            Evaluate(atMs, due, customer, announcement);
            if (knowsRules)
            {
                AlertFold.ComeDue(atMs, due, customer, announcement);
            }
        }

        if (customer.RulesStamp != context.Rules.Stamp && !customer.IsEmpty)
        {
            Evaluate(context.NowMs, due, customer, announcement);
        }
    }

    /// <summary>Evaluates band and segments at an instant, and when they change next.</summary>
    /// <param name="atMs">The instant.</param>
    /// <param name="context">What comes with the record.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="announcement">Filled with what it means for others.</param>
    /// <param name="eventMs">When what was just folded happened; the least number where time alone has passed.</param>
    public static void Evaluate(long atMs, in FoldContext context, Customer customer, Announcement announcement, long eventMs = long.MinValue)
    {
        if (!customer.IsProfiled)
        {
            customer.RulesStamp = context.Rules.Stamp;
            customer.NextDueMs = Math.Max(TicketFold.Settle(atMs, context, customer, announcement), atMs + 1);
            return;
        }

        var before = customer.Risk;
        var risk = customer.EvaluateRisk(context.Rules.Model);
        var probability = risk.Probability(atMs);
        var band = NextBand(probability, context, customer);
        if (band != customer.Band)
        {
            // Where time alone had not raised it, what happened did: no earlier than that.
            var isOfEvent = before.IsKnown && before.Probability(atMs) < ThresholdOf(band);
            ChangeBand(band, probability ?? 0, risk, atMs, isOfEvent ? eventMs : long.MinValue, context, customer, announcement);
        }
        else if (band >= RiskBand.Medium && probability >= ThresholdOf(band))
        {
            // Late activity moves the instant at which the line was crossed.
            customer.BandSinceMs = RoseMs(band, risk, atMs, customer);
        }

        Learning.Schedule(atMs, context.Rules, customer);
        var nextDueMs = Math.Min(NextBandMs(band, risk, atMs), customer.LearnDueMs);
        var membership = 0UL;
        var segments = context.Rules.Segments;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Rule.Matches(customer, atMs))
            {
                membership |= 1UL << segment.Slot;
            }

            nextDueMs = Math.Min(nextDueMs, segment.Rule.NextChangeMs(customer, atMs));
        }

        customer.Membership = membership;
        JourneyFold.Settle(atMs, context, customer, announcement);
        nextDueMs = Math.Min(nextDueMs, customer.Stays.NextDueMs);
        customer.RulesStamp = context.Rules.Stamp;
        nextDueMs = Math.Min(nextDueMs, TicketFold.Settle(atMs, context, customer, announcement));
        nextDueMs = Math.Min(nextDueMs, Retention.Settle(atMs, context, customer, announcement));

        if (context.Rules.Alerts.IsTimed)
        {
            nextDueMs = Math.Min(nextDueMs, AlertFold.NextDueMs(atMs, eventMs != long.MinValue, context, customer));
        }

        // What time has not changed by now it changes later: without this a rounding error could hold a worker for ever.
        customer.NextDueMs = Math.Max(nextDueMs, atMs + 1);
    }

    private static void ChangeBand(
        RiskBand band, double probability, in RiskCurve risk, long atMs, long eventMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        // A risk that rose did so when silence crossed the line, which may be long before the record that shows it.
        var causeMs = band > customer.Band && band != RiskBand.Low ? Math.Min(atMs, Math.Max(eventMs, RoseMs(band, risk, atMs, customer))) : atMs;
        var isNews = AlertFold.IsNews(causeMs, context);
        AlertFold.ChangeBand(band, causeMs, probability, context, customer, announcement);
        if (customer.Band == RiskBand.High)
        {
            announcement.HasRecovered = true;
        }

        if (customer.Band != RiskBand.NotEnoughData || band != RiskBand.Low)
        {
            // That a new customer begins at low risk is no change worth keeping.
            customer.AddBandChange(new BandChange(causeMs, customer.Band, band, !isNews));
        }

        customer.Band = band;
        customer.BandSettledMs = context.NowMs;

        // A risk that fell to medium stands there since silence crossed that line, just as one that rose to it.
        customer.BandSinceMs = band >= RiskBand.Medium ? RoseMs(band, risk, atMs, customer) : causeMs;
        customer.AlreadySo = band == RiskBand.High && !isNews;
    }

    // A band that is as new as what is being received holds nothing back: what comes in a heap means the same in whatever order.
    private static RiskBand NextBand(double? probability, in FoldContext context, Customer customer) =>
        context.NowMs - customer.BandSettledMs >= HeldAfterMs ? BandHysteresis.Next(customer.Band, probability) : ChurnRisk.BandOf(probability);

    // When silence crossed the line of the band that stands at an instant. Before a customer spoke of leaving it had silence alone.
    private static long RoseMs(RiskBand band, in RiskCurve risk, long atMs, Customer customer)
    {
        var reachedMs = risk.ReachesMs(ThresholdOf(band));
        if (customer.DepartureLogOdds is > 0 and var departure)
        {
            var silence = RiskCurve.Of(risk.StaticLogOdds - departure, customer.Rhythm, customer.Silence);
            reachedMs = Math.Min(silence.ReachesMs(ThresholdOf(band)), Math.Max(reachedMs, customer.Departure.AtMs));
        }

        return Math.Min(atMs, reachedMs);
    }

    private static double ThresholdOf(RiskBand band) => band == RiskBand.High ? ChurnRisk.HighMin : ChurnRisk.MediumMin;

    private static long NextBandMs(RiskBand band, in RiskCurve risk, long atMs)
    {
        if (band is not (RiskBand.Low or RiskBand.Medium))
        {
            return long.MaxValue;
        }

        // Far ahead a close guess is enough, and every interaction asks: the customer is looked at again shortly before.
        var threshold = band == RiskBand.Low ? ChurnRisk.MediumMin : ChurnRisk.HighMin;
        var guessMs = risk.ReachesAboutMs(threshold) - LookAgainMs;
        return guessMs >= atMs + 1 ? (long)Math.Min(guessMs, Instants.MaxMs) : risk.ReachesMs(threshold);
    }
}
