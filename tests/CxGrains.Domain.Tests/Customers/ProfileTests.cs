using CxGrains.Domain.Interactions;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class ProfileTests
{
    [Fact]
    public void The_latest_statement_of_a_trait_wins_whichever_comes_first()
    {
        string[] lines =
        [
            Line("a", "identify", NoonMs - DayMs, "\"traits\":{\"plan\":\"free\",\"size\":10}"),
            Line("b", "identify", NoonMs, "\"traits\":{\"plan\":\"pro\"}"),
        ];

        foreach (var story in new[] { Of(lines), Of(lines.Reverse()) })
        {
            Assert.Equal(TraitValue.Of("pro"), story.Customer.Trait("plan"));
            Assert.Equal(TraitValue.Of(10), story.Customer.Trait("size"));
        }
    }

    [Fact]
    public void Statements_of_the_same_instant_give_the_same_trait_in_either_order()
    {
        string[] lines = [Line("a", "identify", NoonMs, "\"traits\":{\"plan\":\"free\"}"), Line("b", "identify", NoonMs, "\"traits\":{\"plan\":\"pro\"}")];

        Assert.Equal(Of(lines).Customer.Trait("plan"), Of(lines.Reverse()).Customer.Trait("plan"));
    }

    [Fact]
    public void The_latest_account_wins_whichever_comes_first()
    {
        string[] lines = [Line("a", "group", NoonMs - 1, "\"account\":\"acme\""), Line("b", "group", NoonMs, "\"account\":\"globex\"")];

        Assert.Equal("globex", Of(lines).Customer.Account);
        Assert.Equal("globex", Of(lines.Reverse()).Customer.Account);
    }

    [Fact]
    public void Past_their_bound_new_traits_are_not_kept_and_known_ones_still_change()
    {
        var story = Of(Enumerable.Range(0, Limits.TraitsMax + 1).Select(i => Line($"i{i}", "identify", NoonMs - DayMs, $"\"traits\":{{\"t{i}\":1}}")));
        story.Happens(Line("late", "identify", NoonMs, "\"traits\":{\"t0\":2}"));

        Assert.Equal(Limits.TraitsMax, story.Customer.Traits.Count());
        Assert.Null(story.Customer.Trait($"t{Limits.TraitsMax}"));
        Assert.Equal(TraitValue.Of(2), story.Customer.Trait("t0"));
    }

    [Fact]
    public void Past_their_bound_channels_count_as_other()
    {
        var story = Of(Enumerable.Range(0, Limits.CustomerChannelsMax + 3).Select(i => Line($"i{i}", "visit", NoonMs, $"\"channel\":\"c{i}\"")));

        Assert.Equal(3, story.ViewAt(NoonMs).Channels["other"]);
        Assert.Equal(Limits.CustomerChannelsMax + 3, story.ViewAt(NoonMs).Channels.Values.Sum());
    }

    [Fact]
    public void What_the_company_does_is_no_activity_of_the_customer()
    {
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs - (9 * DayMs))).Happens(Line("b", "email_sent", NoonMs));

        Assert.Equal(NoonMs - (9 * DayMs), story.Customer.LastSeenMs);
        Assert.Equal(1, story.Customer.Rhythm.ActiveDays);
        Assert.Equal(2, story.Customer.Interactions);
    }

    [Fact]
    public void Purchases_are_counted_and_refunds_lower_the_money_of_their_currency()
    {
        var story = new CustomerStory()
            .Happens(Line("a", "purchase", NoonMs, "\"value\":20,\"currency\":\"EUR\""))
            .Happens(Line("b", "purchase", NoonMs, "\"value\":5,\"currency\":\"USD\""))
            .Happens(Line("c", "refund", NoonMs, "\"value\":7.5,\"currency\":\"EUR\""));
        var purchases = story.ViewAt(NoonMs).Purchases;

        Assert.Equal(2, purchases.Count);
        Assert.Equal(17.5m, purchases.Total);
        Assert.Equal(12.5m, purchases.ByCurrency["EUR"]);
        Assert.Equal(5m, purchases.ByCurrency["USD"]);
    }
}
