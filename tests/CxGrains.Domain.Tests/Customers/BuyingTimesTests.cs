using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Health;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class BuyingTimesTests
{
    private const string Golden = "803880ECD79BF732AC020102AC020103CE16D18F80808080C0D00F";

    [Fact]
    public void First_and_last_purchase_do_not_depend_on_order()
    {
        string[] lines = [Buys("i1", 3), Buys("i2", 9), Buys("i3", 1), Line("i4", "renewed", NoonMs - (2 * DayMs)), Line("i5", "renewed", NoonMs - (7 * DayMs))];

        foreach (var order in new[] { lines, [.. lines.Reverse()], [lines[1], lines[3], lines[0], lines[4], lines[2]] })
        {
            Assert.Equal(new BuyingTimes(NoonMs - (9 * DayMs), NoonMs - DayMs, NoonMs - (2 * DayMs)), Of(order).Customer.BuyingTimes);
        }
    }

    [Fact]
    public void Who_never_bought_keeps_nothing() => Assert.Null(Of([Line("i1", "refund", NoonMs, "\"value\":5")]).Customer.BuyingTimes);

    [Theory]
    [InlineData(0, 4, 6, 0, 0, 0)]
    [InlineData(1, 4, 4, 0, 0, 10)]
    [InlineData(3, 4, 11, 2, 7, 10)]
    [InlineData(2, 4, 4, 1, 0, 10)]
    [InlineData(20_000, 4, 11, 10_000, 7, 10)]
    public void A_history_is_counted_in_whole_days(long purchases, int firstDay, int lastDay, int repeats, int recencyDays, int ageDays)
    {
        PurchaseHistory? expected = purchases == 0 ? null : new PurchaseHistory(repeats, recencyDays / 7.0, ageDays / 7.0);

        Assert.Equal(expected, BuyingTimes.HistoryOf(firstDay, lastDay, purchases, 14));
    }

    [Fact]
    public void Before_its_last_purchase_a_history_is_taken_as_of_that() =>
        Assert.Equal(new PurchaseHistory(1, 1, 1), BuyingTimes.HistoryOf(4, 11, 2, 5));

    [Fact]
    public void State_from_before_takes_the_times_of_the_timeline()
    {
        var customer = Of([Buys("i1", 3), Buys("i2", 9), Line("i3", "visit", NoonMs - (20 * DayMs))]).Customer;

        Assert.Equal(new BuyingTimes(NoonMs - (9 * DayMs), NoonMs - (3 * DayMs), 0), WithoutParts(customer).BuyingTimes);
        Assert.Equal(new HealthSnapshot(0, HealthMeasures.None), WithoutParts(customer).Health);
    }

    [Fact]
    public void And_the_first_sight_where_the_timeline_no_longer_shows_the_first_purchase()
    {
        var visits = Enumerable.Range(0, Limits.TimelineMax - 1).Select(i => Line($"v{i}", "visit", NoonMs));
        var customer = Of([Buys("i1", 3), Buys("i2", 9), .. visits]).Customer;

        Assert.Equal(new BuyingTimes(NoonMs - (9 * DayMs), NoonMs - (3 * DayMs), 0), WithoutParts(customer).BuyingTimes);
    }

    [Fact]
    public void The_parts_are_written_as_these_bytes_forever()
    {
        var customer = new Customer("ada")
        {
            BuyingTimes = new BuyingTimes(1_749_988_800_000, 1_749_988_800_300, 1),
            AdvocacyActs = new AdvocacyActs(2, 300, 1, 3),
            Health = new HealthSnapshot(2_894, HealthMeasures.None.With(HealthMeasure.Usage, 50).With(HealthMeasure.Relationship, 100)),
        };

        var bytes = Bytes.Of(writer => CustomerPartsEncoding.Encode(customer, writer));

        Assert.Equal(Golden, Convert.ToHexString(bytes));
        var copy = new Customer("ada");
        Bytes.Read(bytes, (reader, names) =>
        {
            CustomerPartsEncoding.Decode(copy, reader, names);
            return copy;
        });
        Assert.Equal((customer.BuyingTimes, customer.AdvocacyActs, customer.Health), (copy.BuyingTimes, copy.AdvocacyActs, copy.Health));
    }

    private static string Buys(string id, int daysAgo) => Line(id, "purchase", NoonMs - (daysAgo * DayMs), "\"value\":5");

    // As version 1 wrote it: all but the optional parts.
    private static Customer WithoutParts(Customer customer)
    {
        var parts = Bytes.Of(writer => CustomerPartsEncoding.Encode(customer, writer)).Length;
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(customer, writer))[..^parts];
        bytes[0] = 1;
        return Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources()));
    }
}
