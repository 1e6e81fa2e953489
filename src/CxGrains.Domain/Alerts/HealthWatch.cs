using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// When silence alone brings a rule on health about. Health has no formula to solve for that: its measures fade each in its own way. It is
/// looked ahead instead, as far as the customer has been silent already, a day at least and not beyond the week, at whose start the change
/// begins anew; what holds there and does not now has an instant in between, which is found by halving. One silence so takes a look a week.
/// </summary>
internal static class HealthWatch
{
    private const int RoughHalvings = 4;

    /// <summary>The next instant at which a rule comes to hold, or at which to look again; <see cref="long.MaxValue"/> for never.</summary>
    /// <param name="rules">The rules on health.</param>
    /// <param name="weights">What the measures weigh.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="atMs">Now, Unix milliseconds UTC.</param>
    /// <param name="isExact">Whether to find the very instant. Where an event moves it again soon, a time shortly before is enough: then it is looked again.</param>
    public static long NextMs(AlertRule[] rules, HealthWeights weights, Customer customer, long atMs, bool isExact)
    {
        if (customer.IsEmpty || Recency.Days(customer.LastSeenMs, atMs) > SatisfactionMeasure.AnswerDaysMax)
        {
            // After a year of silence there is nothing left to fall.
            return long.MaxValue;
        }

        var aheadMs = Math.Max(TimeSpan.MillisecondsPerDay, atMs - customer.LastSeenMs);
        var lookMs = Math.Min(atMs + aheadMs, HealthSnapshot.StartMs(HealthSnapshot.WeekOf(atMs) + 1));
        var now = HealthReading.Of(customer, weights, atMs);
        if (!ComesToHold(rules, now, HealthReading.Of(customer, weights, lookMs)))
        {
            return lookMs;
        }

        var (notYetMs, holdsMs) = (atMs, lookMs);
        for (var halvings = 0; holdsMs - notYetMs > 1; halvings++)
        {
            if (!isExact && halvings >= RoughHalvings && notYetMs > atMs)
            {
                return notYetMs;
            }

            var middleMs = notYetMs + ((holdsMs - notYetMs) / 2);
            (notYetMs, holdsMs) = ComesToHold(rules, now, HealthReading.Of(customer, weights, middleMs)) ? (notYetMs, middleMs) : (middleMs, holdsMs);
        }

        return holdsMs;
    }

    private static bool ComesToHold(AlertRule[] rules, HealthReading before, HealthReading after)
    {
        foreach (var rule in rules)
        {
            if (before.Meets(rule.Condition) == false && after.Meets(rule.Condition) == true)
            {
                return true;
            }
        }

        return false;
    }
}
