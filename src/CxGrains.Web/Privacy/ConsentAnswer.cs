using System.ComponentModel;
using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Privacy;

/// <summary>What a customer said of consent.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Profiled">Whether it is profiled.</param>
/// <param name="Purposes">The last word on each purpose that is acted upon; and on any other it spoke of.</param>
[Description("What a customer said of consent, by purpose.")]
internal sealed record ConsentAnswer(string Customer, bool Profiled, IReadOnlyList<PurposeView> Purposes)
{
    private const string NeverSpoke = "unknown";

    /// <summary>The answer of a customer.</summary>
    public static ConsentAnswer Of(CustomerView customer)
    {
        var stated = customer.Consents.ToDictionary(consent => consent.Purpose, StringComparer.Ordinal);
        return new ConsentAnswer(
            customer.Id,
            customer.Profiled,
            [
                .. CxGrains.Domain.Privacy.Purposes.All.Union(stated.Keys).Select(purpose => stated.TryGetValue(purpose, out var consent)
                    ? new PurposeView(purpose, consent.Granted ? "granted" : "denied", consent.At)
                    : new PurposeView(purpose, NeverSpoke, null)),
            ]);
    }
}
