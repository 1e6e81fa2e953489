using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Says where and why bytes are not JSON.</summary>
internal static class JsonFault
{
    /// <summary>The field named where the fault is in the JSON itself.</summary>
    public const string Field = "json";

    private const int ReasonCharsMax = 160;

    /// <summary>The reader's reason and place; lines and bytes count from 1.</summary>
    public static string Describe(JsonException fault) =>
        $"{Reason(fault.Message)} (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})";

    /// <summary>The place of the first byte that is not UTF-8, counted from 1.</summary>
    public static string DescribeInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return $"the byte 0x{bytes[at]:X2} (byte {at + 1}) is not valid UTF-8, the only encoding of JSON";
    }

    // The library appends the place in its own words, and some reasons repeat the input.
    private static string Reason(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Excerpt.Shorten(place < 0 ? message : message[..place], ReasonCharsMax);
    }
}
