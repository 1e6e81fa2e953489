using CxGrains.Domain.Customers;
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

    [Fact]
    public void An_entry_knows_what_its_account_asks_for()
    {
        var entry = Member();
        var bytes = Bytes.Of(entry.EncodeBody);
        var copy = Read(bytes);

        foreach (var facts in new[] { entry.AccountFacts!, copy.AccountFacts! })
        {
            Assert.Equal((5, 1, 5), (facts.Interactions, facts.Purchases.Count, facts.Purchases.Total));
            Assert.Equal((Instants.DayOf(NoonMs) - 2, 8), (facts.NpsDay, facts.NpsScore));
            Assert.Equal((Instants.DayOf(NoonMs) + 16, Instants.DayOf(NoonMs) - 3), (facts.RenewalDay, facts.RenewedDay));
        }

        Assert.True(copy.IsListed);
        Assert.Equal(bytes, Bytes.Of(copy.EncodeBody));
    }

    [Fact]
    public void An_entry_from_before_accounts_is_filled_in_with_the_next_record_of_its_customer()
    {
        // The facts: a count, the purchases with one currency's name and sum, four numbers. Before them nothing said of leaving, and merged into nobody.
        const int Facts = 1 + (1 + 1 + 4 + 16) + 3 + 1 + 3 + 3;
        var story = MemberStory();
        var entry = Member();
        var old = Read(Bytes.Of(entry.EncodeBody)[..^(Facts + sizeof(long) + 1)]);

        Assert.Null(old.AccountFacts);
        Assert.Equal(("acme", 5), (old.Account, old.Value));

        old.Refresh(story.Customer, profileChanged: false, memberChanged: false);

        Assert.Equal(Bytes.Of(entry.EncodeBody), Bytes.Of(old.EncodeBody));
    }

    [Fact]
    public void An_entry_of_no_account_has_nothing_of_it()
    {
        Assert.Null(Buyer().AccountFacts);

        var entry = Member();
        entry.Refresh(new Customer("ada"), profileChanged: true, memberChanged: true);
        Assert.Null(entry.AccountFacts);
    }

    [Fact]
    public void What_was_said_of_leaving_and_taken_back_is_gone_from_an_entry_that_is_read_again()
    {
        var story = Of([Line("i1", "visit", NoonMs - (3 * DayMs)), Line("i2", "cancel_requested", NoonMs - (2 * DayMs))]);
        var entry = new CustomerEntry("ada");
        entry.Refresh(story.Customer, profileChanged: true, memberChanged: true);
        var kept = Read(Bytes.Of(entry.EncodeBody));
        Assert.NotEqual(default, kept.Departure);

        entry.Refresh(story.Happens(Line("i3", "renewed", NoonMs - DayMs)).Customer, profileChanged: true, memberChanged: true);
        using var reader = new BinaryReader(new MemoryStream(Bytes.Of(entry.EncodeBody)));
        kept.DecodeBody(reader, new NamePool());

        Assert.Equal(default, kept.Departure);
    }

    private static CustomerStory MemberStory() => Of(
    [
        Line("i1", "group", NoonMs - (9 * DayMs), "\"account\":\"acme\""),
        Line("i2", "purchase", NoonMs - (9 * DayMs), "\"value\":5,\"currency\":\"EUR\""),
        Line("i3", "renewed", NoonMs - (3 * DayMs)),
        Line("i4", "survey_response", NoonMs - (2 * DayMs), "\"survey\":\"nps\",\"score\":8"),
        Line("i5", "identify", NoonMs, "\"traits\":{\"renewalDate\":\"2025-07-01\"}"),
    ]);

    private static CustomerEntry Member()
    {
        var entry = new CustomerEntry("ada");
        entry.Refresh(MemberStory().Customer, profileChanged: true, memberChanged: true);
        return entry;
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
