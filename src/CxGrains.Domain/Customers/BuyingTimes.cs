using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Customers;

/// <summary>
/// When a customer bought and renewed. With <see cref="Purchases.Count"/> this is all that the models of buying ask for. An immutable
/// value; the order in which interactions come does not matter.
/// </summary>
/// <param name="FirstMs">The earliest purchase, Unix milliseconds UTC; 0 for none.</param>
/// <param name="LastMs">The latest purchase, Unix milliseconds UTC; 0 for none.</param>
/// <param name="RenewedMs">The latest renewal, Unix milliseconds UTC; 0 for none.</param>
/// <remarks>
/// Purchases are counted as they were sent and not by day: to know whether a day was counted before, every day would have to be kept.
/// Two on one day are two.
/// </remarks>
public sealed record BuyingTimes(long FirstMs, long LastMs, long RenewedMs)
{
    /// <summary>Neither bought nor renewed.</summary>
    public static readonly BuyingTimes None = new(0, 0, 0);

    /// <summary>With one more purchase.</summary>
    public BuyingTimes WithPurchase(long atMs) => this with { FirstMs = FirstMs == 0 ? atMs : Math.Min(FirstMs, atMs), LastMs = Math.Max(LastMs, atMs) };

    /// <summary>With one more renewal.</summary>
    public BuyingTimes WithRenewal(long atMs) => this with { RenewedMs = Math.Max(RenewedMs, atMs) };

    /// <summary>Both together.</summary>
    public BuyingTimes With(BuyingTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var firstMs = FirstMs == 0 || other.FirstMs == 0 ? Math.Max(FirstMs, other.FirstMs) : Math.Min(FirstMs, other.FirstMs);
        return new(firstMs, Math.Max(LastMs, other.LastMs), Math.Max(RenewedMs, other.RenewedMs));
    }

    /// <summary>
    /// What the models know of so many purchases at an instant; null for none. Times are whole UTC days, so that equal histories are counted
    /// together; an instant before the last purchase is taken as its day.
    /// </summary>
    /// <param name="firstDay">The UTC day of the first purchase.</param>
    /// <param name="lastDay">That of the last.</param>
    /// <param name="purchases">Purchases in all, from 0.</param>
    /// <param name="atDay">The day of the instant.</param>
    public static PurchaseHistory? HistoryOf(int firstDay, int lastDay, long purchases, int atDay)
    {
        const double WeekDays = 7;
        if (purchases <= 0)
        {
            return null;
        }

        var repeats = (int)Math.Min(purchases - 1, Limits.RepeatPurchasesMax);
        var recencyDays = repeats == 0 ? 0 : lastDay - firstDay;
        return new PurchaseHistory(repeats, recencyDays / WeekDays, Math.Max(atDay - firstDay, recencyDays) / WeekDays);
    }

    /// <summary>
    /// The times of a customer whose state was stored before they were kept: from its timeline, and where that no longer shows the first
    /// purchase, its first sight.
    /// </summary>
    internal static BuyingTimes? OfTimeline(Customer customer)
    {
        if (customer.Purchases.Count == 0)
        {
            return null;
        }

        var (times, shown) = (None, 0L);
        foreach (var entry in customer.Timeline.Entries)
        {
            if (entry.Source.Type == InteractionTypes.Purchase)
            {
                times = times.WithPurchase(entry.AtMs);
                shown++;
            }
        }

        return shown == customer.Purchases.Count
            ? times
            : times.WithPurchase(customer.FirstSeenMs).WithPurchase(shown == 0 ? customer.LastSeenMs : times.LastMs);
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(FirstMs);
        writer.Write7BitEncodedInt64(LastMs - FirstMs);
        writer.Write7BitEncodedInt64(RenewedMs);
    }

    internal static BuyingTimes Decode(BinaryReader reader)
    {
        var firstMs = reader.Read7BitEncodedInt64();
        return new BuyingTimes(firstMs, firstMs + reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
    }
}
