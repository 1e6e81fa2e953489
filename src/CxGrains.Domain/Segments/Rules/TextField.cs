using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>A text of a customer that rules compare.</summary>
/// <param name="ValueOf">The text at an instant; null where it is not known.</param>
internal sealed record TextField(Func<ICustomerFacts, long, string?> ValueOf)
{
    /// <summary>The texts it may be; null where it is free, and then a rule may look for a part of it.</summary>
    public string[]? Words { get; init; }

    /// <summary>The next instant at which time alone changes it; null for a text that time does not touch.</summary>
    public Func<ICustomerFacts, long, long>? NextChangeMs { get; init; }
}
