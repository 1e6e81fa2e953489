using CxGrains.Domain.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

public class PurchasesTests
{
    private static readonly Gen<(string? Currency, decimal Amount)[]> Orders =
        (from currency in Gen.Elements("EUR", "USD", "JPY", null)
         from cents in Gen.Choose(-100_000, 100_000)
         select (currency, cents / 100m)).ArrayOf();

    [Fact]
    public void A_refund_lowers_the_sum_and_not_the_count()
    {
        var purchases = Purchases.None.With(1, "EUR", 30.5m).With(1, null, 2m).With(0, "EUR", -10m);

        Assert.Equal(2, purchases.Count);
        Assert.Equal(22.5m, purchases.Total);
        Assert.Equal([new CurrencySum("", 2m), new CurrencySum("EUR", 20.5m)], purchases.ByCurrency.ToArray());
    }

    [Fact]
    public void The_order_of_purchases_does_not_matter() => Law.Holds(Orders, orders => Fold(orders).Equals(Fold(orders.Reverse())));

    [Fact]
    public void Even_the_longest_fractions_do_not_make_the_order_matter()
    {
        (string?, decimal)[] orders = [("EUR", 1_000_000_000_000m), ("EUR", 0.0000000000000000000000000001m), ("EUR", 0.3333333333333333333333333333m)];

        Assert.Equal(Fold(orders), Fold(orders.Reverse()));
        Assert.Equal(1_000_000_000_000.333333m, Fold(orders).Total);
    }

    [Fact]
    public void Together_is_like_all_in_one() => Law.Holds(
        Orders.Two(),
        pair => Fold(pair.Item1).Plus(Fold(pair.Item2)).Equals(Fold(pair.Item1.Concat(pair.Item2))));

    [Fact]
    public void What_is_added_can_be_taken_back() => Law.Holds(
        Orders.Two(),
        pair => Fold(pair.Item1).Plus(Fold(pair.Item2)).Minus(Fold(pair.Item2)).Equals(Fold(pair.Item1)));

    [Fact]
    public void Past_its_bound_of_currencies_a_customer_has_others()
    {
        var codes = Enumerable.Range(0, Limits.CurrenciesMax + 2).Select(i => $"AA{(char)('A' + i)}").ToList();
        var purchases = Fold(codes.Select(code => ((string?)code, 1m)));

        Assert.Equal([.. codes.Take(Limits.CurrenciesMax), Purchases.OtherCurrency], purchases.ByCurrency.Select(sum => sum.Currency));
        Assert.Equal(2m, purchases.ByCurrency[^1].Amount);
    }

    [Fact]
    public void Currencies_of_many_customers_keep_their_names()
    {
        var customers = Enumerable.Range(0, 2 * Limits.CurrenciesMax).Select(i => Purchases.None.With(1, $"AA{(char)('A' + i)}", 1m)).ToList();
        var forward = customers.Aggregate((a, b) => a.Plus(b));

        Assert.Equal(2 * Limits.CurrenciesMax, forward.ByCurrency.Length);
        Assert.Equal(forward, Enumerable.Reverse(customers).Aggregate((a, b) => a.Plus(b)));
    }

    private static Purchases Fold(IEnumerable<(string? Currency, decimal Amount)> orders) =>
        orders.Aggregate(Purchases.None, (purchases, order) => purchases.With(1, order.Currency, order.Amount));
}
