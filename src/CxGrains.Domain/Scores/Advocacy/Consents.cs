using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Advocacy;

/// <summary>Consents of a customer, kept as traits <c>consent.PURPOSE</c>; the last word on each purpose stands.</summary>
public static class Consents
{
    /// <summary>The purpose of showing what a customer wrote to others.</summary>
    public const string Testimonial = "testimonial";

    private const string Prefix = "consent.";

    /// <summary>Whether a customer consents to a purpose; a purpose it never spoke of is not consented to.</summary>
    public static bool Has(Customer customer, string purpose) => customer.Trait(Prefix + purpose) is { } value && IsGranted(value);

    /// <summary>Whether it consents to any purpose.</summary>
    public static bool Any(Customer customer) =>
        customer.Traits.Any(trait => trait.Key.StartsWith(Prefix, StringComparison.Ordinal) && IsGranted(trait.Value));

    private static bool IsGranted(TraitValue value) => value is { IsBoolean: true, Number: not 0 };
}
