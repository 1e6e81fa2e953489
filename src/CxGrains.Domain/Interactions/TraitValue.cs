namespace CxGrains.Domain.Interactions;

/// <summary>A trait's value: a text, a number or a truth value.</summary>
/// <param name="Text">The text; null for the other two.</param>
/// <param name="Number">The number; 1 or 0 for a truth value; 0 for a text.</param>
/// <param name="IsBoolean">Whether this is a truth value.</param>
public readonly record struct TraitValue(string? Text, double Number, bool IsBoolean)
{
    /// <summary>A text.</summary>
    public static TraitValue Of(string text) => new(text, 0, false);

    /// <summary>A finite number.</summary>
    public static TraitValue Of(double number) => new(null, number, false);

    /// <summary>A truth value.</summary>
    public static TraitValue Of(bool truth) => new(null, truth ? 1 : 0, true);
}
