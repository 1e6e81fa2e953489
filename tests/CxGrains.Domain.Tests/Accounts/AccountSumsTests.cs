using CxGrains.Domain.Accounts;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Accounts;

public class AccountSumsTests
{
    private static readonly int Today = Instants.DayOf(NoonMs);
    private static readonly AccountLook Now = new(NoonMs, IsNow: true, Today - 89);

    private static readonly Gen<(CustomerEntry[] Customers, int Parts)> Divisions =
        from stories in AnyLines.Of.ArrayOf()
        from parts in Gen.Choose(1, 6)
        select (stories.Take(8).Select((lines, i) => AccountCustomer.Of($"c{i}", lines)).ToArray(), parts);

    [Fact]
    public void What_parts_come_to_is_what_the_whole_comes_to_however_they_are_divided() => Law.Holds(Divisions, division =>
    {
        var whole = AccountSlice.Of(division.Customers, null, null, Now);
        AccountSlice[] Slices() =>
        [
            .. division.Customers
                .Select((customer, i) => (customer, Part: i * 7 % division.Parts))
                .GroupBy(item => item.Part, item => item.customer)
                .Select(part => AccountSlice.Of(part, null, null, Now)),
        ];

        // In either direction: who is asked first does not matter.
        var merged = AccountSlice.Merge(Slices());
        var backwards = AccountSlice.Merge([.. Slices().Reverse()]);

        return AreSame(whole, merged) && AreSame(whole, backwards);
    });

    [Fact]
    public void What_goes_between_machines_is_read_back() => Law.Holds(Divisions, division =>
    {
        var slice = AccountSlice.Of(division.Customers, null, null, Now);
        var bytes = Bytes.Of(slice.Encode);
        var copy = Bytes.Read(bytes, AccountSlice.Decode);

        return AreSame(slice, copy) && bytes.AsSpan().SequenceEqual(Bytes.Of(copy.Encode));
    });

    [Fact]
    public void An_account_is_what_its_customers_are()
    {
        var ada = AccountCustomer.Of("ada", Line("i1", "group", NoonMs - (9 * DayMs), "\"account\":\"acme\""),
            Line("i2", "purchase", NoonMs - (9 * DayMs), "\"value\":5,\"currency\":\"EUR\""),
            Line("i3", "survey_response", NoonMs - (8 * DayMs), "\"survey\":\"nps\",\"score\":9"));
        var bob = AccountCustomer.Of("bob", Line("i1", "group", NoonMs - (40 * DayMs), "\"account\":\"acme\""),
            Line("i2", "purchase", NoonMs - (40 * DayMs), "\"value\":7,\"currency\":\"USD\""),
            Line("i3", "visit", NoonMs - (31 * DayMs)),
            Line("i4", "survey_response", NoonMs - (100 * DayMs), "\"survey\":\"nps\",\"score\":2"));

        var sums = AccountSlice.OfOne([ada, bob, AccountCustomer.Of("eve", Line("i1", "visit", NoonMs))], "acme", Now)!;

        Assert.Equal((2, 1, 7, 12), (sums.Customers, sums.Active, sums.Interactions, sums.Value));
        Assert.Equal(["EUR", "USD"], sums.Purchases.ByCurrency.Select(sum => sum.Currency));
        Assert.Equal((1, 0, 0), (sums.Promoters, sums.Passives, sums.Detractors));
        Assert.Equal(ada.LastSeenMs, sums.LastSeenMs);
        Assert.Equal(
            (Engagement.ScoreOf(ada.EngagementPoints, ada.EngagementClockMs, NoonMs) + Engagement.ScoreOf(bob.EngagementPoints, bob.EngagementClockMs, NoonMs)) / 2,
            sums.Engagement!.Value,
            9);
        var worst = new[] { ada, bob }.MaxBy(entry => entry.Risk.Probability(NoonMs))!;
        Assert.Equal((worst.Id, worst.Risk.Probability(NoonMs), worst.Band), (sums.Worst!.Customer, sums.Worst.Probability, sums.Worst.Band));
    }

    [Fact]
    public void The_risk_of_an_account_is_that_of_its_worst_customer_at_the_instant()
    {
        var often = Enumerable.Range(0, 30).Select(i => Line($"i{i}", "visit", NoonMs - (i * DayMs))).Append(Line("g", "group", NoonMs, "\"account\":\"acme\""));
        var customer = AccountCustomer.Of("ada", [.. often]);

        var now = AccountSlice.OfOne([customer], "acme", Now)!;
        var later = AccountSlice.OfOne([customer], "acme", new AccountLook(NoonMs + (200 * DayMs), IsNow: false, Today + 111))!;

        Assert.Equal((0, RiskBand.Low), (now.AtRisk, now.Worst!.Band));
        Assert.Equal((1, RiskBand.High), (later.AtRisk, later.Worst!.Band));
        Assert.Equal(0, later.Active);
    }

    [Fact]
    public void Of_equally_bad_customers_the_one_of_the_lesser_id_is_named()
    {
        CustomerEntry[] twins = [Member("bob"), Member("ada")];

        Assert.Equal("ada", AccountSlice.OfOne(twins, "acme", Now)!.Worst!.Customer);
        Assert.Equal("ada", AccountSlice.OfOne(twins.Reverse(), "acme", Now)!.Worst!.Customer);
        Assert.Equal("ada", AccountSlice.Merge([PartOf(twins[0]), PartOf(twins[1])]).Accounts[0].Worst!.Customer);
        Assert.Equal("ada", AccountSlice.Merge([PartOf(twins[1]), PartOf(twins[0])]).Accounts[0].Worst!.Customer);
    }

    [Fact]
    public void The_next_renewal_is_the_earliest_ahead_and_otherwise_the_latest_that_is_over()
    {
        Assert.Equal((Today, 0, 0), RenewalsOf(Renews("2025-06-15"), Renews("2025-06-16")));
        Assert.Equal((Today + 1, Today - 1, 0), RenewalsOf(Renews("2025-06-14"), Renews("2025-12-31"), Renews("2025-06-16")));
        Assert.Equal((0, Today - 1, 0), RenewalsOf(Renews("2025-06-14T23:30:00+02:00"), Renews("2025-05-01")));
        Assert.Equal((0, Today - 14, Today - 3), RenewalsOf(Renews("2025-06-01"), Renewed(3), Renewed(5)));
        Assert.Equal((0, 0, 0), RenewalsOf(Renews("soon"), Renews("2025-06-31"), Renews("2025-06-155"), Renews("")));
    }

    [Theory]
    [InlineData("2025-06-15", 20254)]
    [InlineData("2025-06-15 08:00", 20254)]
    [InlineData("1970-01-02", 1)]
    [InlineData("1969-12-31", 0)]
    [InlineData("15.06.2025", 0)]
    [InlineData(null, 0)]
    public void A_renewal_date_is_an_iso_date(string? text, int day) => Assert.Equal(day, RenewalDate.DayOf(text));

    private static AccountSlice PartOf(CustomerEntry customer) => AccountSlice.Of([customer], null, null, Now);

    private static (int Next, int Past, int Renewed) RenewalsOf(params CustomerEntry[] customers)
    {
        var sums = AccountSlice.OfOne(customers, "acme", Now)!;
        return (sums.NextRenewalDay, sums.PastRenewalDay, sums.RenewedDay);
    }

    private static CustomerEntry Member(string id, params string[] more) =>
        AccountCustomer.Of(id, [Line("g", "group", NoonMs, "\"account\":\"acme\""), Line("v", "visit", NoonMs - DayMs), .. more]);

    private static CustomerEntry Renews(string date) => Member("any", Line("t", "identify", NoonMs, $"\"traits\":{{\"renewalDate\":\"{date}\"}}"));

    private static CustomerEntry Renewed(int daysAgo) => Member("any", Line("r", "renewed", NoonMs - (daysAgo * DayMs)));

    private static bool AreSame(AccountSlice a, AccountSlice b) => a.HasMore == b.HasMore && a.Accounts.Count == b.Accounts.Count && a.Accounts.Zip(b.Accounts).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(AccountSums a, AccountSums b) =>
        (a.Id, a.Customers, a.Active, a.AtRisk, a.Interactions, a.Value, a.LastSeenMs) == (b.Id, b.Customers, b.Active, b.AtRisk, b.Interactions, b.Value, b.LastSeenMs)
        && a.Purchases.Equals(b.Purchases)
        && (a.Promoters, a.Passives, a.Detractors) == (b.Promoters, b.Passives, b.Detractors)
        && (a.NextRenewalDay, a.PastRenewalDay, a.RenewedDay) == (b.NextRenewalDay, b.PastRenewalDay, b.RenewedDay)
        && a.Worst == b.Worst
        && a.Engagement.HasValue == b.Engagement.HasValue
        && Math.Abs((a.Engagement ?? 0) - (b.Engagement ?? 0)) <= 1e-9;
}
