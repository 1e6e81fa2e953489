using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace CxGrains.Cli.Import.Mapping;

/// <summary>Writes a text as the JSON value its field asks for.</summary>
internal static class FieldWriter
{
    // A double holds 15 digits exactly; a longer number is an identifier, and stays a text.
    private const int NumberDigitsMax = 15;

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.");

    /// <summary>Writes a value after its property name; false, with the reason, where the text does not fit the field.</summary>
    /// <param name="writer">Where to; the property name is written too, so that nothing is written on failure.</param>
    /// <param name="target">The field.</param>
    /// <param name="text">The text, trimmed and not empty.</param>
    /// <param name="instants">Reads instants.</param>
    /// <param name="problem">What is wrong with the text.</param>
    public static bool TryWrite(Utf8JsonWriter writer, FieldTarget target, string text, InstantReader instants, out string? problem)
    {
        problem = null;
        switch (target.Form)
        {
            case FieldForm.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumber(target.Name, number);
                return true;
            case FieldForm.Integer:
                problem = $"\"{Shorten(text)}\" is not a whole number";
                return false;
            case FieldForm.Amount when TryReadAmount(text, out var amount):
                writer.WriteNumber(target.Name, amount);
                return true;
            case FieldForm.Amount:
                problem = $"\"{Shorten(text)}\" is not a number such as 12.50";
                return false;
            case FieldForm.Instant when instants.TryRead(text, out var instant):
                writer.WriteString(target.Name, InstantReader.Write(instant));
                return true;
            case FieldForm.Instant:
                problem = $"\"{Shorten(text)}\" is not {instants.Form}";
                return false;
            case FieldForm.Free:
                WriteFree(writer, target.Name, text);
                return true;
            default:
                writer.WriteString(target.Name, text);
                return true;
        }
    }

    /// <summary>Reads an amount with a decimal point, without grouping marks: "1,234" may be one or a thousand.</summary>
    public static bool TryReadAmount(string text, out decimal amount) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out amount);

    /// <summary>A text short enough for a message.</summary>
    public static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    private static void WriteFree(Utf8JsonWriter writer, string name, string text)
    {
        if (IsJsonNumber(text) && TryReadAmount(text, out var number))
        {
            writer.WriteNumber(name, number);
        }
        else if (bool.TryParse(text, out var truth))
        {
            writer.WriteBoolean(name, truth);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    // "007" and "+49301234" are identifiers, not numbers: only what JSON itself would write counts.
    private static bool IsJsonNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        if (digits.Length is 0 or > NumberDigitsMax + 1 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1]))
        {
            return false;
        }

        if (digits[0] == '0' && digits.Length > 1 && digits[1] != '.')
        {
            return false;
        }

        return digits.IndexOfAnyExcept(NumberChars) < 0 && digits.Count('.') <= 1;
    }
}
