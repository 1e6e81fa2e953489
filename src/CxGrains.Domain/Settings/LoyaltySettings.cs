using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Settings;

/// <summary>The loyalty programme.</summary>
public sealed record LoyaltySettings
{
    /// <summary>Tiers, the best first: a customer is in the first whose rule it meets. At most <see cref="Limits.LoyaltyTiersMax"/>, none by default.</summary>
    public IReadOnlyList<LoyaltyTier> Tiers { get; init; } = [];

    /// <summary>The tier of a customer at an instant; null for none.</summary>
    public LoyaltyTier? TierOf(ICustomerFacts customer, long atMs) => Tiers.FirstOrDefault(tier => tier.Condition.Matches(customer, atMs));

    internal static LoyaltySettings Read(SettingsObject json)
    {
        var tiers = new List<LoyaltyTier>();
        foreach (var item in json.List("tiers", Limits.LoyaltyTiersMax, "name", "rule"))
        {
            var tier = LoyaltyTier.Read(item);
            if (tiers.Exists(other => other.Name == tier.Name))
            {
                throw item.Fault("name", "is the name of another tier; names must differ");
            }

            tiers.Add(tier);
        }

        return new LoyaltySettings { Tiers = tiers };
    }
}
