using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>A number of a customer that rules compare.</summary>
/// <param name="ValueOf">The number at an instant, in its inner unit; null where it is not known.</param>
internal sealed record NumberField(Func<ICustomerFacts, long, double?> ValueOf)
{
    /// <summary>
    /// The one instant at which "at least the bound" (or "above the bound") turns over if nothing but time happens;
    /// <see cref="long.MaxValue"/> where it never does. Null for a number that time does not touch.
    /// </summary>
    /// <remarks>A number of time only rises or only falls, so that each comparison turns over at most once.</remarks>
    public Func<ICustomerFacts, double, bool, long>? TurnsMs { get; init; }

    /// <summary>Inner units in one unit of the rule. Days are compared as whole milliseconds, so that no rounding blurs the instant.</summary>
    public double InnerUnits { get; init; } = 1;
}
