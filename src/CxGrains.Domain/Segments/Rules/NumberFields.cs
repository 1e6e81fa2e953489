using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>The numbers that rules compare.</summary>
internal static class NumberFields
{
    /// <summary>By the name in the JSON.</summary>
    public static readonly IReadOnlyDictionary<string, NumberField> ByName = new Dictionary<string, NumberField>(StringComparer.Ordinal)
    {
        ["lastSeenDays"] = Since(static customer => customer.LastSeenMs),
        ["firstSeenDays"] = Since(static customer => customer.FirstSeenMs),
        ["interactions"] = new(static (customer, _) => customer.Interactions),
        ["purchases.count"] = new(static (customer, _) => customer.Purchases.Count),
        ["purchases.total"] = new(static (customer, _) => (double)customer.Purchases.Total),
        ["engagement"] = new(EngagementOf) { TurnsMs = EngagementTurnsMs },
        ["churn.probability"] = new(static (customer, atMs) => customer.Risk.Probability(atMs)) { TurnsMs = ChurnTurnsMs },
        ["nps.score"] = new(static (customer, _) => customer.LatestAnswer(SurveyMetric.Nps)?.Score),
        ["csat.score"] = new(static (customer, _) => customer.LatestAnswer(SurveyMetric.Csat)?.Score),
        ["ces.score"] = new(static (customer, _) => customer.LatestAnswer(SurveyMetric.Ces)?.Score),
    };

    /// <summary>The instant at which the churn probability reaches a bound; <see cref="long.MaxValue"/> where it never does, or always was there.</summary>
    public static long ChurnReachesMs(ICustomerFacts customer, double bound)
    {
        if (bound is not (> 0 and < 1))
        {
            return long.MaxValue;
        }

        var risk = customer.Risk;
        var atMs = risk.ReachesMs(bound);
        return atMs == risk.LastActiveMs ? long.MaxValue : atMs;
    }

    private static NumberField Since(Func<ICustomerFacts, long> startMs) =>
        new((customer, atMs) => Math.Max(0, atMs - startMs(customer)))
        {
            InnerUnits = TimeSpan.MillisecondsPerDay,
            TurnsMs = (customer, boundMs, orEqual) =>
            {
                var elapsedMs = orEqual ? Math.Ceiling(boundMs) : Math.Floor(boundMs) + 1;
                var atMs = startMs(customer) + elapsedMs;
                return elapsedMs <= 0 || atMs > Instants.MaxMs ? long.MaxValue : (long)atMs;
            },
        };

    // Without any counted interaction there is no score, rather than a score of 0.
    private static double? EngagementOf(ICustomerFacts customer, long atMs)
    {
        var engagement = customer.Engagement;
        return engagement.ClockMs == 0 ? null : engagement.Score(atMs);
    }

    private static long EngagementTurnsMs(ICustomerFacts customer, double bound, bool orEqual)
    {
        var engagement = customer.Engagement;
        var atMs = engagement.ClockMs == 0 ? long.MaxValue : engagement.FallsBelowMs(orEqual ? bound : double.BitIncrement(bound));

        // The clock itself stands for "was never above".
        return atMs == engagement.ClockMs ? long.MaxValue : atMs;
    }

    private static long ChurnTurnsMs(ICustomerFacts customer, double bound, bool orEqual) =>
        ChurnReachesMs(customer, orEqual ? bound : double.BitIncrement(bound));
}
