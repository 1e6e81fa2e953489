using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Scores.Advocacy;

/// <summary>Consents of a customer, kept as traits <c>consent.PURPOSE</c>; the last word on each purpose stands.</summary>
public static class Consents
{
    private const string Prefix = Purposes.TraitPrefix;

    /// <summary>Whether a customer consents to a purpose; a purpose it never spoke of is not consented to.</summary>
    public static bool Has(Customer customer, string purpose) => customer.Trait(Prefix + purpose) is { } value && IsGranted(value);

    /// <summary>Whether it consents to any purpose.</summary>
    public static bool Any(Customer customer) =>
        customer.Traits.Any(trait => trait.Key.StartsWith(Prefix, StringComparison.Ordinal) && IsGranted(trait.Value));

    private static bool IsGranted(TraitValue value) => value is { IsBoolean: true, Number: not 0 };
}
