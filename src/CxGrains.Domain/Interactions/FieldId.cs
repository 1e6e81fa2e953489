using System.Text;
using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads an interaction's own id, a string or a whole number.</summary>
internal static class FieldId
{
    /// <summary>The fingerprint of the id's UTF-8 text, the same however the JSON writes it; <c>17</c> and <c>"17"</c> are one id.</summary>
    /// <returns>0 where the id has a fault.</returns>
    public static ulong ReadFingerprint(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return NumberFingerprint(ref reader, field, ref fault);
        }

        Span<char> id = stackalloc char[Limits.IdCharsMax];
        if (!FieldText.TryReadLine(ref reader, field, id, out _, ref fault))
        {
            return 0;
        }

        return reader.ValueIsEscaped ? UnescapedFingerprint(ref reader) : Fingerprint.Of(reader.ValueSpan);
    }

    /// <summary>The id's text for an error report, cut to <see cref="Limits.IdCharsMax"/> characters.</summary>
    /// <returns>Null where it is neither a string nor a number.</returns>
    public static string? ReadStart(ref Utf8JsonReader reader)
    {
        Span<char> id = stackalloc char[Limits.IdCharsMax];
        switch (reader.TokenType)
        {
            case JsonTokenType.String when FieldText.Decode(ref reader, id, out var length) != TextOutcome.Broken:
                return id[..length].ToString();
            case JsonTokenType.Number:
                var digits = reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, Limits.IdCharsMax)];
                return Encoding.ASCII.GetString(digits);
            default:
                return null;
        }
    }

    private static ulong NumberFingerprint(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        var digits = reader.ValueSpan;
        if (!FieldNumber.IsInteger(digits))
        {
            fault.Add(field, $"{Offending.Number(ref reader)} is not a whole number; a string or a whole number is wanted");
            return 0;
        }

        if (digits.Length > Limits.IdCharsMax)
        {
            fault.Add(field, $"has {digits.Length} digits ({Offending.Number(ref reader)}), at most {Limits.IdCharsMax} are allowed");
            return 0;
        }

        return Fingerprint.Of(digits);
    }

    // No escape is shorter than the bytes it stands for, so the raw length is room enough.
    private static ulong UnescapedFingerprint(ref Utf8JsonReader reader)
    {
        var bytes = new byte[reader.ValueSpan.Length];
        return Fingerprint.Of(bytes.AsSpan(0, reader.CopyString(bytes)));
    }
}
