namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// What a customer's purchases to come are worth today, within a horizon: the sum over its periods k = 1..n of
/// v * (E[Y(k w)] - E[Y((k-1) w)]) / (1 + d)^(k w / 52.18), where w is the weeks of a period, E[Y] the conditional expected
/// purchases, v the expected value of one and d the discount a year. A period's purchases count as made at its end.
/// <para>
/// Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of
/// Marketing Research 42 (2005), 415-430, in the discrete form of finance's present value. It is revenue unless v is a margin.
/// </para>
/// </summary>
public static class LifetimeValue
{
    /// <summary>The longest horizon, in weeks or months.</summary>
    public const int PeriodsMax = 1_200;

    /// <summary>The greatest discount a year: 1000 percent.</summary>
    public const double DiscountMax = 10;

    private const double WeeksPerYear = 365.25 / 7;

    /// <summary>The discounted value within a horizon, at least 0, in the currency of <paramref name="valuePerPurchase"/>.</summary>
    /// <param name="model">How customers buy.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="valuePerPurchase">v: the expected value of a purchase, such as <see cref="GammaGamma.ExpectedValue"/>; at least 0 and finite.</param>
    /// <param name="period">The step.</param>
    /// <param name="periods">n: the horizon in such steps, from 0 to <see cref="PeriodsMax"/>.</param>
    /// <param name="annualDiscount">d: the discount a year as a share (0.1 is 10 percent), from 0 to <see cref="DiscountMax"/>.</param>
    /// <exception cref="ArgumentNullException">There is no <paramref name="model"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double Within(
        BgNbd model, PurchaseHistory history, double valuePerPurchase, BuyingPeriod period, int periods, double annualDiscount)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.NotNegative(valuePerPurchase);
        Require.Within(periods, 0, PeriodsMax);
        Require.Within(annualDiscount, 0, DiscountMax);
        var periodWeeks = WeeksOf(period);
        var alive = model.AliveBuyer(history);
        var (purchasesBefore, sum) = (0.0, 0.0);
        for (var k = 1; k <= periods; k++)
        {
            var purchases = alive.ExpectedPurchases(k * periodWeeks);
            sum += (purchases - purchasesBefore) * Math.Pow(1 + annualDiscount, -k * periodWeeks / WeeksPerYear);
            purchasesBefore = purchases;
        }

        return valuePerPurchase * model.AliveProbability(history) * sum;
    }

    /// <summary>The weeks of a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    internal static double WeeksOf(BuyingPeriod period) => period switch
    {
        BuyingPeriod.Week => 1,
        BuyingPeriod.Month => WeeksPerYear / 12,
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Must be a week or a month."),
    };
}
