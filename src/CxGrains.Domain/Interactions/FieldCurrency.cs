using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads a currency code.</summary>
internal static class FieldCurrency
{
    private const int Letters = 3;

    /// <summary>Reads a code of three ASCII letters, as ISO 4217 has them.</summary>
    /// <returns>The code in upper case; null where it has a fault.</returns>
    public static string? Read(ref Utf8JsonReader reader, string field, NamePool names, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            fault.Add(field, $"is {Offending.Value(ref reader)}; a code of {Letters} letters such as EUR is wanted");
            reader.Skip();
            return null;
        }

        Span<char> code = stackalloc char[Letters];
        if (FieldText.Decode(ref reader, code, out var length) != TextOutcome.Whole || length != Letters)
        {
            fault.Add(field, $"{Offending.String(ref reader)} is not a code of {Letters} letters such as EUR");
            return null;
        }

        foreach (ref var letter in code)
        {
            if (!char.IsAsciiLetter(letter))
            {
                fault.Add(field, $"{Offending.String(ref reader)} is not a code of {Letters} letters such as EUR");
                return null;
            }

            letter = char.ToUpperInvariant(letter);
        }

        return names.Share(code);
    }
}
