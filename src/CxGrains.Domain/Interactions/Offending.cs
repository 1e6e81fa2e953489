using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CxGrains.Domain.Interactions;

/// <summary>Shows a sender's own value in an error: shortened, on one line and never half a character.</summary>
internal static class Offending
{
    /// <summary>Characters of a value that an error repeats.</summary>
    public const int ShownCharsMax = 40;

    /// <summary>A text in quotes.</summary>
    public static string Text(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder().Append('"');
        AppendStart(shown, text);
        return shown.Append('"').ToString();
    }

    /// <summary>A name inside a field's path, such as the key in <c>traits.KEY</c>, as the sender wrote it.</summary>
    public static string Name(ReadOnlySpan<byte> utf8)
    {
        Span<char> start = stackalloc char[ShownCharsMax + 1];
        Utf8.ToUtf16(utf8, start, out _, out var length);
        var shown = new StringBuilder();
        AppendStart(shown, start[..length]);
        return shown.ToString();
    }

    /// <summary>A value with its JSON type, as in <c>a number (8.5)</c>.</summary>
    public static string Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => $"a string ({String(ref reader)})",
        JsonTokenType.Number => $"a number ({Number(ref reader)})",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    /// <summary>A string's text in quotes.</summary>
    public static string String(ref Utf8JsonReader reader)
    {
        Span<char> start = stackalloc char[ShownCharsMax + 1];
        FieldText.Decode(ref reader, start, out var length);
        return Text(start[..length]);
    }

    /// <summary>A number as it was written.</summary>
    public static string Number(ref Utf8JsonReader reader)
    {
        var digits = reader.ValueSpan;
        return digits.Length <= ShownCharsMax
            ? Encoding.ASCII.GetString(digits)
            : Encoding.ASCII.GetString(digits[..ShownCharsMax]) + "…";
    }

    private static void AppendStart(StringBuilder shown, ReadOnlySpan<char> text)
    {
        var left = ShownCharsMax;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= rune.Utf16SequenceLength;
            if (left < 0)
            {
                shown.Append('…');
                return;
            }

            // A line break or a terminal's escape in a value must not reach a log as such.
            if (Rune.IsControl(rune))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                shown.Append(rune);
            }
        }
    }
}
