using CxGrains.Domain.Scores;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Segments;

public class SegmentRuleChangeTests
{
    private const long DayMs = TimeSpan.MillisecondsPerDay;

    private static readonly Gen<string> OrderLeaves =
        from leaf in Gen.OneOf(
            Gen.Choose(-1, 800).SelectMany(_ => Gen.Elements("lastSeenDays", "firstSeenDays"), (value, field) => (field, value: value / 10.0)),
            Gen.Choose(-1, 101).SelectMany(_ => Gen.Elements(0, 0.000001, 0.3), (value, more) => (field: "engagement", value: value + more)),
            Gen.Choose(-1, 101).Select(value => (field: "churn.probability", value: value / 100.0)))
        from op in Gen.Elements("lt", "le", "gt", "ge")
        select Rule.Leaf(leaf.field, op, leaf.value.ToString());

    private static readonly Gen<string> Leaves = Gen.OneOf(
        OrderLeaves,
        from days in Gen.Choose(0, 100).ArrayOf(3)
        from field in Gen.Elements("lastSeenDays", "engagement", "churn.probability", "interactions")
        from op in Gen.Elements("eq", "ne", "in")
        select Rule.Leaf(field, op, op == "in" ? $"[{string.Join(',', days)}]" : $"{days[0]}"),
        from band in Gen.Elements("low", "medium", "high")
        from op in Gen.Elements("eq", "ne")
        select Rule.Leaf("churn.band", op, $"\"{band}\""),
        Gen.Elements(
            Rule.Leaf("trait.plan", "eq", "\"pro\""),
            Rule.Leaf("nps.score", "lt", "7"),
            Rule.Leaf("churn.band", "exists", "true"),
            Rule.Leaf("engagement", "exists", "false")));

    private static readonly Gen<string> Rules =
        from leaves in Leaves.ArrayOf(4)
        from shape in Gen.Elements(
            "{0}",
            """{{"not":{0}}}""",
            """{{"all":[{0},{1}]}}""",
            """{{"any":[{0},{1},{2}]}}""",
            """{{"any":[{{"all":[{0},{{"not":{1}}}]}},{{"all":[{2},{3}]}}]}}""")
        select string.Format(shape, [.. leaves]);

    // Before, at and after the customer's own times, which lie up to 25 days before now.
    private static readonly Gen<long> Instants =
        from days in Gen.Choose(-60, 400)
        from ms in Gen.Choose(0, (int)DayMs)
        select Facts.NowMs + (days * DayMs) + ms;

    [Fact]
    public void Nothing_changes_before_the_next_change() => Law.Holds(
        from customer in Facts.Any
        from json in Rules
        from atMs in Instants
        from fractions in Gen.Choose(0, 1_000_000).ArrayOf(50)
        select (customer, json, atMs, fractions),
        given =>
        {
            var (customer, json, atMs, fractions) = given;
            var rule = Rule.Of(json);
            var nextMs = rule.NextChangeMs(customer, atMs);
            var lastMs = Math.Min(nextMs, atMs + (4000 * DayMs)) - 1;
            return nextMs > atMs && fractions.Select(fraction => atMs + (long)((lastMs - atMs) * (fraction / 1e6))).Append(lastMs)
                .All(sampleMs => rule.Matches(customer, sampleMs) == rule.Matches(customer, atMs));
        },
        runs: 3000);

    [Fact]
    public void A_leaf_that_orders_does_change_at_its_next_change() => Law.Holds(
        from customer in Facts.Any
        from json in OrderLeaves
        from atMs in Instants
        select (customer, json, atMs),
        given =>
        {
            var rule = Rule.Of(given.json);
            var nextMs = rule.NextChangeMs(given.customer, given.atMs);
            return nextMs == long.MaxValue || rule.Matches(given.customer, nextMs) != rule.Matches(given.customer, given.atMs);
        },
        runs: 3000);

    [Theory]
    [InlineData("lastSeenDays", "ge", "2", 2 * DayMs)]
    [InlineData("lastSeenDays", "lt", "2", 2 * DayMs)]
    [InlineData("lastSeenDays", "gt", "2", (2 * DayMs) + 1)]
    [InlineData("lastSeenDays", "le", "2", (2 * DayMs) + 1)]
    [InlineData("lastSeenDays", "eq", "2", 2 * DayMs)]
    [InlineData("lastSeenDays", "ge", "0.00000001", 1)]
    [InlineData("lastSeenDays", "in", "[9,4]", 4 * DayMs)]
    public void Days_turn_over_at_their_millisecond(string field, string op, string value, long afterMs)
    {
        var customer = new Facts { LastSeenMs = Facts.NowMs };

        Assert.Equal(Facts.NowMs + afterMs, Rule.Of(Rule.Leaf(field, op, value)).NextChangeMs(customer, Facts.NowMs));
    }

    [Fact]
    public void After_the_bound_equality_ends_a_millisecond_later()
    {
        var customer = new Facts { LastSeenMs = Facts.NowMs };

        Assert.Equal(Facts.NowMs + (2 * DayMs) + 1, Rule.Of(Rule.Leaf("lastSeenDays", "eq", "2")).NextChangeMs(customer, Facts.NowMs + (2 * DayMs)));
    }

    [Fact]
    public void Risk_bands_change_when_the_probability_reaches_them()
    {
        var customer = new Facts { Rhythm = new Rhythm(5, 40, Facts.NowMs) };
        var rule = Rule.Of(Rule.Leaf("churn.band", "eq", "\"high\""));
        var mediumMs = ChurnRisk.ReachesMs(customer.Rhythm, ChurnRisk.MediumMin);
        var highMs = ChurnRisk.ReachesMs(customer.Rhythm, ChurnRisk.HighMin);

        Assert.Equal(mediumMs, rule.NextChangeMs(customer, Facts.NowMs));
        Assert.Equal(highMs, rule.NextChangeMs(customer, mediumMs));
        Assert.Equal(long.MaxValue, rule.NextChangeMs(customer, highMs));
        Assert.True(rule.Matches(customer, highMs));
        Assert.False(rule.Matches(customer, highMs - 1));
    }

    [Theory]
    [InlineData("lastSeenDays", "ge", "0")]
    [InlineData("lastSeenDays", "gt", "-1")]
    [InlineData("lastSeenDays", "gt", "1e300")]
    [InlineData("interactions", "gt", "5")]
    [InlineData("engagement", "ge", "0")]
    [InlineData("engagement", "gt", "200")]
    [InlineData("churn.probability", "ge", "1")]
    [InlineData("churn.probability", "gt", "0")]
    [InlineData("trait.plan", "exists", "true")]
    public void What_time_cannot_change_never_does(string field, string op, string value)
    {
        var customer = new Facts { Rhythm = new Rhythm(5, 40, Facts.NowMs), Engagement = Engagement.Restore(Facts.NowMs, [9, 0, 0, 0, 0, 0, 0, 0]) };

        Assert.Equal(long.MaxValue, Rule.Of(Rule.Leaf(field, op, value)).NextChangeMs(customer, Facts.NowMs - DayMs));
    }
}
