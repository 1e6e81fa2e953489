using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;

namespace CxGrains.Domain.Tests.Segments;

public class SegmentRuleTests
{
    private const long DayMs = TimeSpan.MillisecondsPerDay;

    private static readonly Facts Ada = new()
    {
        Account = "Acme",
        FirstSeenMs = Facts.NowMs - (30 * DayMs),
        LastSeenMs = Facts.NowMs - (3 * DayMs / 2),
        Interactions = 12,
        Purchases = Purchases.None.With(1, "EUR", 19.99m).With(1, "EUR", 30m),
        Engagement = Engagement.Restore(Facts.NowMs, [0, 0, 0, 2.5, 0, 0, 0, 0]),
        Rhythm = new Rhythm(5, 40, Facts.NowMs - (20 * DayMs)),
        Plan = TraitValue.Of("Pro"),
        Channel = "web",
        Nps = new LatestAnswer(Facts.NowMs, 3, 10),
        Csat = new LatestAnswer(Facts.NowMs, 4, 5),
        Ces = new LatestAnswer(Facts.NowMs, 4, 7),
    };

    [Theory]
    [InlineData("trait.plan", "eq", "\"Pro\"", true)]
    [InlineData("trait.plan", "eq", "\"pro\"", false)]
    [InlineData("trait.plan", "ne", "\"pro\"", true)]
    [InlineData("trait.plan", "ne", "3", true)]
    [InlineData("trait.plan", "in", "[1,true,\"Pro\"]", true)]
    [InlineData("trait.plan", "in", "[1,true,\"pro\"]", false)]
    [InlineData("trait.plan", "contains", "\"PR\"", true)]
    [InlineData("trait.plan", "contains", "\"x\"", false)]
    [InlineData("trait.plan", "lt", "5", false)]
    [InlineData("trait.plan", "exists", "true", true)]
    [InlineData("trait.plan", "exists", "false", false)]
    [InlineData("account", "eq", "\"Acme\"", true)]
    [InlineData("account", "eq", "\"acme\"", false)]
    [InlineData("account", "contains", "\"CM\"", true)]
    [InlineData("channel", "eq", "\"web\"", true)]
    [InlineData("channel", "eq", "\"email\"", false)]
    [InlineData("channel", "ne", "\"web\"", false)]
    [InlineData("channel", "ne", "\"email\"", true)]
    [InlineData("channel", "in", "[\"email\",\"web\"]", true)]
    [InlineData("channel", "in", "[\"email\"]", false)]
    [InlineData("lastSeenDays", "eq", "1.5", true)]
    [InlineData("lastSeenDays", "gt", "1.5", false)]
    [InlineData("lastSeenDays", "ge", "1.5", true)]
    [InlineData("firstSeenDays", "lt", "30", false)]
    [InlineData("firstSeenDays", "le", "30", true)]
    [InlineData("interactions", "in", "[11,12]", true)]
    [InlineData("interactions", "ne", "12", false)]
    [InlineData("purchases.count", "ge", "2", true)]
    [InlineData("purchases.total", "eq", "49.99", true)]
    [InlineData("engagement", "gt", "49.9", true)]
    [InlineData("engagement", "gt", "50.1", false)]
    [InlineData("churn.probability", "lt", "0.4", true)]
    [InlineData("churn.probability", "ge", "0.3", true)]
    [InlineData("churn.band", "eq", "\"low\"", true)]
    [InlineData("churn.band", "in", "[\"medium\",\"high\"]", false)]
    [InlineData("nps.category", "eq", "\"detractor\"", true)]
    [InlineData("csat.category", "ne", "\"unsatisfied\"", true)]
    [InlineData("ces.category", "in", "[\"neutral\",\"hard\"]", true)]
    [InlineData("nps.score", "le", "3", true)]
    [InlineData("csat.score", "eq", "4", true)]
    [InlineData("ces.score", "lt", "4", false)]
    public void A_leaf_compares_what_is_known(string field, string op, string value, bool matches) =>
        Assert.Equal(matches, Rule.Of(Rule.Leaf(field, op, value)).Matches(Ada, Facts.NowMs));

    [Theory]
    [InlineData("3", "lt", "4", true)]
    [InlineData("3", "le", "2.5", false)]
    [InlineData("3", "gt", "2.5", true)]
    [InlineData("3", "ge", "3", true)]
    [InlineData("3", "eq", "3", true)]
    [InlineData("3", "contains", "\"3\"", false)]
    [InlineData("true", "eq", "true", true)]
    [InlineData("true", "eq", "1", false)]
    [InlineData("true", "ne", "false", true)]
    [InlineData("true", "ge", "0", false)]
    public void A_trait_compares_with_values_of_its_kind(string trait, string op, string value, bool matches)
    {
        var plan = trait == "true" ? TraitValue.Of(true) : TraitValue.Of(3);

        Assert.Equal(matches, Rule.Of(Rule.Leaf("trait.plan", op, value)).Matches(new Facts { Plan = plan }, Facts.NowMs));
    }

    [Theory]
    [InlineData("trait.plan", "\"x\"", "\"x\"")]
    [InlineData("account", "\"x\"", "\"x\"")]
    [InlineData("engagement", "1", null)]
    [InlineData("churn.probability", "1", null)]
    [InlineData("churn.band", "\"low\"", null)]
    [InlineData("nps.category", "\"passive\"", null)]
    [InlineData("csat.category", "\"satisfied\"", null)]
    [InlineData("ces.category", "\"easy\"", null)]
    [InlineData("nps.score", "1", null)]
    [InlineData("csat.score", "1", null)]
    [InlineData("ces.score", "1", null)]
    public void What_is_unknown_matches_nothing_but_that_it_does_not_exist(string field, string value, string? part)
    {
        var leaves = new List<string> { Rule.Leaf(field, "eq", value), Rule.Leaf(field, "ne", value), Rule.Leaf(field, "in", $"[{value}]") };
        leaves.AddRange(part is null ? [] : [Rule.Leaf(field, "contains", part)]);
        leaves.AddRange(value == "1" ? ((IEnumerable<string>)["lt", "le", "gt", "ge"]).Select(op => Rule.Leaf(field, op, value)) : []);
        leaves.Add(Rule.Leaf(field, "exists", "true"));

        Assert.All(leaves, leaf => Assert.False(Rule.Of(leaf).Matches(new Facts(), Facts.NowMs)));
        Assert.True(Rule.Of(Rule.Leaf(field, "exists", "false")).Matches(new Facts(), Facts.NowMs));
        Assert.True(Rule.Of($$"""{"not":{{leaves[0]}}}""").Matches(new Facts(), Facts.NowMs));
    }

    [Theory]
    [InlineData("all", true, true, true)]
    [InlineData("all", true, false, false)]
    [InlineData("all", false, false, false)]
    [InlineData("any", true, true, true)]
    [InlineData("any", false, true, true)]
    [InlineData("any", false, false, false)]
    public void Parts_combine(string combination, bool first, bool second, bool matches)
    {
        string Of(bool truth) => Rule.Leaf("interactions", truth ? "eq" : "ne", "12");

        Assert.Equal(matches, Rule.Of($$"""{"{{combination}}":[{{Of(first)}},{{Of(second)}}]}""").Matches(Ada, Facts.NowMs));
        Assert.Equal(!matches, Rule.Of($$"""{"not":{"{{combination}}":[{{Of(first)}},{{Of(second)}}]} }""").Matches(Ada, Facts.NowMs));
    }

    [Fact]
    public void The_source_is_the_JSON_it_was_read_from_even_after_its_document_is_gone()
    {
        var json = $$"""{"all":[{{Rule.Leaf("interactions", "eq", "12")}}]}""";

        Assert.Equal(json, Rule.Of(json).Source.GetRawText());
    }

    [Fact]
    public void Matching_takes_no_memory()
    {
        string[] leaves =
        [
            Rule.Leaf("trait.plan", "in", "[1,\"Pro\"]"), Rule.Leaf("account", "contains", "\"CM\""), Rule.Leaf("channel", "in", "[\"web\"]"),
            Rule.Leaf("lastSeenDays", "ge", "1"), Rule.Leaf("engagement", "gt", "10"), Rule.Leaf("churn.probability", "lt", "0.9"),
            Rule.Leaf("churn.band", "in", "[\"low\",\"high\"]"), Rule.Leaf("nps.category", "eq", "\"detractor\""), Rule.Leaf("purchases.total", "gt", "1"),
            Rule.Leaf("ces.score", "exists", "true"), Rule.Leaf("interactions", "in", "[12]"),
        ];
        var rule = Rule.Of($$"""{"all":[{{string.Join(',', leaves)}}]}""");
        Assert.True(rule.Matches(Ada, Facts.NowMs));
        var nextMs = rule.NextChangeMs(Ada, Facts.NowMs);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            rule.Matches(Ada, Facts.NowMs + i);
            nextMs = Math.Min(nextMs, rule.NextChangeMs(Ada, Facts.NowMs + i));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
