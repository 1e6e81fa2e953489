using System.Text.Json;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Settings;

/// <summary>The sections for health, value and loyalty.</summary>
public class ScoreSettingsTests
{
    private const string Tiers =
        """{"loyalty":{"tiers":[{"name":"Gold","rule":{"field":"purchases.count","op":"ge","value":3}},{"name":"Silver","rule":{"field":"purchases.count","op":"ge","value":2}}]}}""";

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var settings = Parse("""{"health":{"weights":{"usage":0}}}""");

        Assert.Equal(new HealthWeights { Usage = 0 }, settings.Health.Weights);
        Assert.Equal(new ValueSettings(), settings.Value);
        Assert.Empty(settings.Loyalty.Tiers);
        Assert.True(Parse("{}").Decides(WorkspaceSettings.Default));
    }

    [Fact]
    public void What_is_stored_reads_back_and_decides_the_same()
    {
        var settings = Parse(Tiers) with { Version = 4, Value = new ValueSettings { HorizonDays = 30, DiscountRatePercent = 2.5 } };
        var copy = WorkspaceSettings.FromStored(settings.ToStored());

        Assert.Equal(4, copy.Version);
        Assert.True(copy.Decides(settings));
        Assert.False(copy.Decides(WorkspaceSettings.Default));
        Assert.Equal(settings.Value, copy.Value);
        Assert.Equal("Gold", copy.Loyalty.TierOf(Buyer(3), NoonMs)!.Name);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "Silver")]
    [InlineData(3, "Gold")]
    public void A_customer_is_in_the_first_tier_whose_rule_it_meets(int purchases, string? tier) =>
        Assert.Equal(tier, Parse(Tiers).Loyalty.TierOf(Buyer(purchases), NoonMs)?.Name);

    [Theory]
    [InlineData("""{"health":{"weights":{"usage":101}}}""", "health.weights.usage", "100")]
    [InlineData("""{"health":{"weights":{"usage":0,"satisfaction":0,"support":0,"value":0,"relationship":0}}}""", "health.weights", "all 0")]
    [InlineData("""{"health":{"weights":{"mood":1}}}""", "health.weights.mood", "is none of usage")]
    [InlineData("""{"value":{"horizonDays":6}}""", "value.horizonDays", "7")]
    [InlineData("""{"value":{"discountRatePercent":101}}""", "value.discountRatePercent", "100")]
    [InlineData("""{"loyalty":{"tiers":[{"name":"Gold"}]}}""", "loyalty.tiers[0].rule", "missing")]
    [InlineData("""{"loyalty":{"tiers":[{"rule":{"field":"interactions","op":"ge","value":3}}]}}""", "loyalty.tiers[0].name", "missing")]
    [InlineData("""{"loyalty":{"tiers":[{"name":"Gold","rule":{"all":[{"field":"mood","op":"ge","value":3}]}}]}}""", "loyalty.tiers[0].rule.all[0].field", "mood")]
    public void A_fault_is_named_by_its_path(string json, string field, string problem)
    {
        var error = Assert.Throws<InvalidFieldException>(() => Parse(json));

        Assert.Equal(field, error.Field);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiers_are_bounded_and_have_names_of_their_own()
    {
        static string TierOf(string name) => $$$"""{"name":"{{{name}}}","rule":{"field":"interactions","op":"ge","value":3}}""";
        static string Of(IEnumerable<string> names) => """{"loyalty":{"tiers":[""" + string.Join(',', names.Select(TierOf)) + "]}}";

        Assert.Equal(Limits.LoyaltyTiersMax, Parse(Of(Enumerable.Range(0, Limits.LoyaltyTiersMax).Select(i => $"t{i}"))).Loyalty.Tiers.Count);
        Assert.Equal("loyalty.tiers", Assert.Throws<InvalidFieldException>(() => Parse(Of(Enumerable.Range(0, Limits.LoyaltyTiersMax + 1).Select(i => $"t{i}")))).Field);
        Assert.Equal("loyalty.tiers[1].name", Assert.Throws<InvalidFieldException>(() => Parse(Of(["a", "a"]))).Field);
    }

    private static Domain.Customers.Customer Buyer(int purchases) =>
        Of(Enumerable.Range(0, purchases).Select(i => Line($"i{i}", "purchase", NoonMs, "\"value\":5"))).Customer;

    private static WorkspaceSettings Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WorkspaceSettings.Parse(document.RootElement);
    }
}
