using System.Buffers.Text;
using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads numbers. JSON bounds neither their size nor their digits, so each has its range here.</summary>
internal static class FieldNumber
{
    /// <summary>Reads a whole number; both bounds are included.</summary>
    /// <returns>The number; null where it has a fault.</returns>
    public static int? ReadWhole(ref Utf8JsonReader reader, string field, int min, int max, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            fault.Add(field, $"is {Offending.Value(ref reader)}; a whole number from {min} to {max} is wanted");
            reader.Skip();
            return null;
        }

        var digits = WholePart(reader.ValueSpan);
        if (!IsInteger(digits))
        {
            fault.Add(field, $"{Offending.Number(ref reader)} is not a whole number; one from {min} to {max} is wanted");
            return null;
        }

        if (!Utf8Parser.TryParse(digits, out int number, out _) || number < min || number > max)
        {
            fault.Add(field, $"{Offending.Number(ref reader)} is outside {min} to {max}");
            return null;
        }

        return number;
    }

    /// <summary>Reads a decimal number of at most <see cref="Limits.ValueMax"/> in size.</summary>
    /// <returns>The number; null where it has a fault.</returns>
    public static decimal? ReadDecimal(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            fault.Add(field, $"is {Offending.Value(ref reader)}; a number from {-Limits.ValueMax} to {Limits.ValueMax} is wanted");
            reader.Skip();
            return null;
        }

        if (!reader.TryGetDecimal(out var number) || Math.Abs(number) > Limits.ValueMax)
        {
            fault.Add(field, $"{Offending.Number(ref reader)} is outside {-Limits.ValueMax} to {Limits.ValueMax}");
            return null;
        }

        return number;
    }

    /// <summary>Whether a number's text has neither a fraction nor an exponent.</summary>
    public static bool IsInteger(ReadOnlySpan<byte> number) => number.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;

    /// <summary>
    /// Serialisers of floating-point numbers write 8 as 8.0, which is as whole. The text decides and not the parsed number,
    /// since 7.99999999999999999999 parses to 8.
    /// </summary>
    private static ReadOnlySpan<byte> WholePart(ReadOnlySpan<byte> number)
    {
        var point = number.IndexOf((byte)'.');
        return point >= 0 && number[(point + 1)..].IndexOfAnyExcept((byte)'0') < 0 ? number[..point] : number;
    }
}
