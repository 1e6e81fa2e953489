namespace CxGrains.Domain.Interactions;

/// <summary>A named fact about a customer, such as <c>plan</c>.</summary>
/// <param name="Key">The name, 1 to <see cref="Limits.NameCharsMax"/> characters.</param>
/// <param name="Value">The value.</param>
public readonly record struct Trait(string Key, TraitValue Value);
