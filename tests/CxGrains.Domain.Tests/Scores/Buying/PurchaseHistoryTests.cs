using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class PurchaseHistoryTests
{
    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(1, 3, 2)]
    [InlineData(1, -1, 2)]
    [InlineData(1, double.NaN, 2)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void Impossible_histories_are_refused(int repeats, double recencyWeeks, double ageWeeks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PurchaseHistory(repeats, recencyWeeks, ageWeeks));

    [Fact]
    public void A_history_that_no_negative_number_of_customers_has_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountedHistory(default, -1));

    [Fact]
    public void Equal_histories_are_counted_together()
    {
        var (once, twice) = (new PurchaseHistory(1, 2, 3), new PurchaseHistory(2, 2, 3));

        var statistics = new PurchaseStatistics([new(twice, 1), new(once, 2), new(default, 7), new(once, 3), new(twice, 0)]);

        Assert.Equal([new(default, 7), new(once, 5), new(twice, 1)], statistics.Histories);
        Assert.Equal(13, statistics.Customers);
        Assert.Equal(6, statistics.RepeatBuyers);
    }
}
