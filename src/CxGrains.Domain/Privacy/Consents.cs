using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Privacy;

/// <summary>
/// Consents of a customer, kept as traits <c>consent.PURPOSE</c>; the last word on each purpose stands. A trait of that name that is no truth
/// value says nothing.
/// </summary>
public static class Consents
{
    private const string AnalyticsTrait = Purposes.TraitPrefix + Purposes.Analytics;

    /// <summary>The last word on each purpose that a customer spoke of, in no stated order.</summary>
    public static IEnumerable<Consent> Of(Customer customer) => customer.Traits
        .Where(trait => trait.Key.StartsWith(Purposes.TraitPrefix, StringComparison.Ordinal))
        .Select(trait => Read(trait.Key[Purposes.TraitPrefix.Length..], customer.Statement(trait.Key)))
        .OfType<Consent>();

    /// <summary>Whether a customer consents to a purpose; a purpose it never spoke of is not consented to.</summary>
    public static bool Has(Customer customer, string purpose) => Read(purpose, customer.Statement(Purposes.TraitPrefix + purpose)) is { IsGranted: true };

    /// <summary>Whether it consents to any purpose.</summary>
    public static bool Any(Customer customer) => Of(customer).Any(consent => consent.IsGranted);

    /// <summary>The last word on <see cref="Purposes.Analytics"/>, which is asked for with every record; null for none.</summary>
    internal static Consent? ToAnalytics(Customer customer) => Read(Purposes.Analytics, customer.Statement(AnalyticsTrait));

    private static Consent? Read(string purpose, (TraitValue Value, Stamp Stamp)? statement) =>
        statement is ({ IsBoolean: true } value, var stamp) ? new Consent(purpose, value.Number != 0, stamp.AtMs) : null;
}
