using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Value, 0 to 100: whether the customer buys as often as it used to, or renewed, whichever says more.
/// Buying is 100 * 2^(-s / (2 g)), where s are the days since the last purchase and g the usual gap (last - first + 90) / n over n
/// purchases, as if one gap of <see cref="PriorGapDays"/> days were known of everybody: 71 at the usual gap, 50 at twice that.
/// A renewal is 100 * 2^(-days since / <see cref="RenewalHalfLifeDays"/>). Ours. Not known of who neither bought nor renewed.
/// </summary>
public static class ValueMeasure
{
    /// <summary>Days between purchases that a customer is taken to have until it shows its own.</summary>
    public const double PriorGapDays = 90;

    /// <summary>Usual gaps of silence after which buying is 50.</summary>
    public const double HalfScoreGaps = 2;

    /// <summary>Days after which a renewal counts half: most contracts run a year.</summary>
    public const double RenewalHalfLifeDays = 365;

    /// <summary>The measure at an instant; null where it is not known.</summary>
    public static double? Of(Customer customer, long atMs)
    {
        if (!customer.HasWholeHistory || customer.BuyingTimes is not { } times)
        {
            return null;
        }

        var renewed = times.RenewedMs > 0 ? 100 * Recency.Decay(times.RenewedMs, RenewalHalfLifeDays, atMs) : 0;
        return Math.Max(renewed, Buying(times, customer.Purchases.Count, atMs));
    }

    private static double Buying(BuyingTimes times, long purchases, long atMs)
    {
        if (purchases == 0)
        {
            return 0;
        }

        var gapDays = (Recency.Days(times.FirstMs, times.LastMs) + PriorGapDays) / purchases;
        return 100 * Recency.Decay(times.LastMs, HalfScoreGaps * gapDays, atMs);
    }
}
