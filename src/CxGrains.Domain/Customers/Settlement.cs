using CxGrains.Domain.Alerts;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Customers;

/// <summary>What time does to a customer: its risk band and its segments, settled at the instants at which they change.</summary>
internal static class Settlement
{
    private const double LookAgainMs = 60_000;

    /// <summary>Settles all that was due up to the record, each change at its due time.</summary>
    public static void SettleUpTo(in FoldContext context, Customer customer, Announcement announcement)
    {
        // What was due is news whatever record comes upon it first; how old it may be, the alert's own rule says.
        var due = context with { IsNews = true };
        while (customer.NextDueMs <= context.NowMs)
        {
            Evaluate(customer.NextDueMs, due, customer, announcement);
        }
    }

    /// <summary>Evaluates band and segments at an instant, and when they change next.</summary>
    public static void Evaluate(long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        var rhythm = customer.Rhythm;
        var probability = ChurnRisk.Probability(rhythm, atMs);
        var band = ChurnRisk.BandOf(probability);
        if (band != customer.Band)
        {
            ChangeBand(band, probability ?? 0, rhythm, atMs, context, customer, announcement);
        }
        else if (band >= RiskBand.Medium)
        {
            // Late activity moves the instant at which the line was crossed.
            customer.BandSinceMs = RoseMs(band, rhythm, atMs);
        }

        var nextDueMs = NextBandMs(band, rhythm, atMs);
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

        // What time has not changed by now it changes later: without this a rounding error could hold a worker for ever.
        customer.NextDueMs = Math.Max(nextDueMs, atMs + 1);
    }

    private static void ChangeBand(RiskBand band, double probability, Rhythm rhythm, long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        // A risk that rose did so when silence crossed the line, which may be long before the record that shows it.
        var causeMs = band > customer.Band && band != RiskBand.Low ? RoseMs(band, rhythm, atMs) : atMs;
        var isNews = context.IsNews && context.NowMs - causeMs <= Alert.NewsMinutesMax * 60_000L;
        if (band == RiskBand.High && isNews)
        {
            var id = $"{Alert.ChurnHigh}:{customer.Id}:{causeMs}";
            announcement.Raised = new Alert(id, Alert.ChurnHigh, customer.Id, causeMs, ChurnReasons.Silence(rhythm, causeMs), probability);
        }
        else if (customer.Band == RiskBand.High)
        {
            announcement.Raised = null;
            announcement.HasRecovered = true;
        }

        if (customer.Band != RiskBand.NotEnoughData || band != RiskBand.Low)
        {
            // That a new customer begins at low risk is no change worth keeping.
            customer.AddBandChange(new BandChange(causeMs, customer.Band, band, !isNews));
        }

        customer.Band = band;

        // A risk that fell to medium stands there since silence crossed that line, just as one that rose to it.
        customer.BandSinceMs = band >= RiskBand.Medium ? RoseMs(band, rhythm, atMs) : causeMs;
        customer.AlreadySo = band == RiskBand.High && !isNews;
    }

    // When silence crossed the line of the band that stands at an instant.
    private static long RoseMs(RiskBand band, Rhythm rhythm, long atMs) =>
        Math.Min(atMs, ChurnRisk.ReachesMs(rhythm, band == RiskBand.High ? ChurnRisk.HighMin : ChurnRisk.MediumMin));

    private static long NextBandMs(RiskBand band, Rhythm rhythm, long atMs)
    {
        if (band is not (RiskBand.Low or RiskBand.Medium))
        {
            return long.MaxValue;
        }

        // Far ahead a close guess is enough, and every interaction asks: the customer is looked at again shortly before.
        var threshold = band == RiskBand.Low ? ChurnRisk.MediumMin : ChurnRisk.HighMin;
        var guessMs = ChurnRisk.ReachesAboutMs(rhythm, threshold) - LookAgainMs;
        return guessMs >= atMs + 1 ? (long)Math.Min(guessMs, Instants.MaxMs) : ChurnRisk.ReachesMs(rhythm, threshold);
    }
}
