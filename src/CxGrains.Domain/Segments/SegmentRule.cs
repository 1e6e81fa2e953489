using System.Text.Json;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments;

/// <summary>A condition over customer state, written as JSON.</summary>
public abstract class SegmentRule
{
    /// <summary>The JSON it was parsed from.</summary>
    public required JsonElement Source { get; init; }

    /// <summary>Whether a customer matches at an instant.</summary>
    public abstract bool Matches(ICustomerFacts customer, long atMs);

    /// <summary>
    /// The earliest instant after <paramref name="atMs"/> at which time alone may change <see cref="Matches"/>;
    /// <see cref="long.MaxValue"/> where time alone never will.
    /// </summary>
    public abstract long NextChangeMs(ICustomerFacts customer, long atMs);

    /// <summary>Reads a rule.</summary>
    /// <exception cref="InvalidFieldException">The rule is malformed; names the field's path and the limit.</exception>
    public static SegmentRule Parse(JsonElement rule) => throw new NotImplementedException(rule.ToString());
}
