using CxGrains.Domain.Scores.Buying;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class LifetimeValueTests
{
    private static readonly PurchaseHistory History = new(2, 30.43, 38.86);

    [Fact]
    public void Without_a_discount_it_is_the_purchases_to_come_times_their_value() => Assert.Equal(
        30 * Buyers.Published.ExpectedPurchases(History, 39),
        LifetimeValue.Within(Buyers.Published, History, 30, BuyingPeriod.Week, 39, 0),
        9);

    [Fact]
    public void Every_period_is_discounted_from_its_end()
    {
        var month = 365.25 / 7 / 12;
        var (first, second) = (Buyers.Published.ExpectedPurchases(History, month), Buyers.Published.ExpectedPurchases(History, 2 * month));

        Assert.Equal(
            (first * 20 / Math.Pow(1.1, 1 / 12.0)) + ((second - first) * 20 / Math.Pow(1.1, 2 / 12.0)),
            LifetimeValue.Within(Buyers.Published, History, 20, BuyingPeriod.Month, 2, 0.1),
            12);
    }

    [Fact]
    public void Weeks_and_months_tell_nearly_the_same() => Assert.Equal(
        1,
        LifetimeValue.Within(Buyers.Published, History, 20, BuyingPeriod.Month, 24, 0.1)
            / LifetimeValue.Within(Buyers.Published, History, 20, BuyingPeriod.Week, 104, 0.1),
        0.01);

    [Fact]
    public void It_rises_with_the_horizon_and_falls_with_the_discount() => Law.Holds(
        from model in Buyers.Models
        from repeats in Gen.Choose(0, 30)
        from period in Gen.Elements(BuyingPeriod.Week, BuyingPeriod.Month)
        from periods in Gen.Choose(1, 60)
        from more in Gen.Choose(1, 20)
        from discount in Buyers.Shares
        from dearer in Buyers.LogUniform(0.01, 1)
        select (model, history: new PurchaseHistory(repeats, repeats == 0 ? 0 : 50, 52), period, periods, more, discount, dearer),
        given =>
        {
            double Value(int periods, double discount) => LifetimeValue.Within(given.model, given.history, 10, given.period, periods, discount);
            var value = Value(given.periods, given.discount);
            return value > 0
                && Value(given.periods + given.more, given.discount) > value
                && Value(given.periods, given.discount + given.dearer) < value;
        });

    [Fact]
    public void No_horizon_and_no_value_are_worth_nothing()
    {
        Assert.Equal(0, LifetimeValue.Within(Buyers.Published, History, 20, BuyingPeriod.Week, 0, 0.1));
        Assert.Equal(0, LifetimeValue.Within(Buyers.Published, History, 0, BuyingPeriod.Week, 52, 0.1));
    }

    [Theory]
    [InlineData(-1, 10, 0.1)]
    [InlineData(double.NaN, 10, 0.1)]
    [InlineData(1, -1, 0.1)]
    [InlineData(1, LifetimeValue.PeriodsMax + 1, 0.1)]
    [InlineData(1, 10, -0.1)]
    [InlineData(1, 10, LifetimeValue.DiscountMax + 1)]
    [InlineData(1, 10, double.NaN)]
    public void Values_outside_their_ranges_are_refused(double value, int periods, double discount) => Assert.Throws<ArgumentOutOfRangeException>(
        () => LifetimeValue.Within(Buyers.Published, History, value, BuyingPeriod.Week, periods, discount));

    [Fact]
    public void An_unknown_period_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => LifetimeValue.Within(Buyers.Published, History, 1, (BuyingPeriod)7, 1, 0.1));
}
