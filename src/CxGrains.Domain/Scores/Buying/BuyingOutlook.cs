using CxGrains.Domain.Customers;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>What a model expects of one customer within a horizon.</summary>
/// <param name="AliveProbability">0 to 1; 1 of who bought once, as the model lets nobody leave before the second purchase. No measure of churn on its own.</param>
/// <param name="ExpectedPurchases">Purchases within the horizon, at least 0.</param>
/// <param name="LifetimeValue">Discounted money within the whole weeks of the horizon; null where spending is not known.</param>
public sealed record BuyingOutlook(double AliveProbability, double ExpectedPurchases, double? LifetimeValue)
{
    private const int WeekDays = 7;

    /// <summary>The outlook of a customer at an instant; null where it never bought, or the model does not know how customers buy.</summary>
    public static BuyingOutlook? Of(Customer customer, BuyingModel? model, ValueSettings settings, long atMs)
    {
        if (model?.Purchases is not { } buying || !customer.HasWholeHistory || customer.BuyingTimes is not { } times
            || BuyingTimes.HistoryOf(Instants.DayOf(times.FirstMs), Instants.DayOf(times.LastMs), customer.Purchases.Count, Instants.DayOf(atMs)) is not { } history)
        {
            return null;
        }

        double? value = model.Spend is { } spend
            ? DiscountedValue(buying, history, spend.ExpectedValue(SpendOf(customer)), settings)
            : null;
        return new BuyingOutlook(buying.AliveProbability(history), buying.ExpectedPurchases(history, settings.HorizonDays / (double)WeekDays), value);
    }

    private static double DiscountedValue(BgNbd buying, PurchaseHistory history, double valuePerPurchase, ValueSettings settings) =>
        Buying.LifetimeValue.Within(buying, history, valuePerPurchase, BuyingPeriod.Week, settings.HorizonDays / WeekDays, settings.DiscountRatePercent / 100);

    // Who got all its money back says nothing of its spending.
    private static SpendHistory SpendOf(Customer customer)
    {
        var purchases = (int)Math.Min(customer.Purchases.Count, Limits.RepeatPurchasesMax + 1);
        var meanValue = (double)(customer.Purchases.Total / customer.Purchases.Count);
        return meanValue > 0 ? new SpendHistory(purchases, meanValue) : default;
    }
}
