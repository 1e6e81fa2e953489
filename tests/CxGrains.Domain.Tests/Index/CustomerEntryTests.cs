using CxGrains.Domain.Index;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Index;

public class CustomerEntryTests
{
    [Fact]
    public void An_entry_knows_when_its_customer_bought()
    {
        var entry = Buyer();
        var bytes = Bytes.Of(entry.EncodeBody);
        var copy = Read(bytes);

        foreach (var one in new[] { entry, copy })
        {
            Assert.Equal(2, one.PurchaseCount);
            Assert.Equal(Instants.DayOf(NoonMs) - 9, one.FirstPurchaseDay);
            Assert.Equal(Instants.DayOf(NoonMs) - 3, one.LastPurchaseDay);
        }

        Assert.Equal(bytes, Bytes.Of(copy.EncodeBody));
    }

    [Fact]
    public void Entries_from_before_end_earlier()
    {
        // Count, first day in three bytes, and the days from there to the last.
        var bytes = Bytes.Of(Buyer().EncodeBody)[..^5];

        Assert.Equal(0, Read(bytes).PurchaseCount);
        Assert.Equal(10, Read(bytes).Value);
    }

    private static CustomerEntry Buyer()
    {
        var story = Of([Line("i1", "purchase", NoonMs - (9 * DayMs), "\"value\":5"), Line("i2", "purchase", NoonMs - (3 * DayMs), "\"value\":5")]);
        var entry = new CustomerEntry("ada");
        entry.Refresh(story.Customer, profileChanged: true, memberChanged: true);
        return entry;
    }

    private static CustomerEntry Read(byte[] bytes) => Bytes.Read(bytes, (reader, names) =>
    {
        var entry = new CustomerEntry("ada");
        entry.DecodeBody(reader, names);
        return entry;
    });
}
