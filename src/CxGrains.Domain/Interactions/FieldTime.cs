using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Reads an interaction's time: ISO 8601 with an offset, or Unix milliseconds.</summary>
internal static class FieldTime
{
    private const string Wanted = "a time such as 2026-07-01T12:00:00Z or Unix milliseconds is wanted";
    private const int IsoCharsMax = 48;

    private static readonly long MinMs = new DateTimeOffset(Limits.AtYearMin, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Reads a time from <see cref="Limits.AtYearMin"/> to <see cref="Limits.FutureMinutesMax"/> minutes after <paramref name="receivedMs"/>, both included.</summary>
    /// <returns>Unix milliseconds UTC; null where the time has a fault.</returns>
    public static long? Read(ref Utf8JsonReader reader, string field, long receivedMs, ref FirstFault fault)
    {
        var atMs = reader.TokenType switch
        {
            JsonTokenType.String => ReadIso(ref reader, field, ref fault),
            JsonTokenType.Number => ReadUnixMs(ref reader, field, ref fault),
            _ => Refuse(ref reader, field, ref fault),
        };

        if (atMs < MinMs)
        {
            fault.Add(field, $"{Shown(ref reader, atMs.Value)} is before the year {Limits.AtYearMin}, the earliest allowed; a number counts milliseconds since 1970, not seconds");
            return null;
        }

        if (atMs > receivedMs + (Limits.FutureMinutesMax * TimeSpan.MillisecondsPerMinute))
        {
            fault.Add(field, $"{Shown(ref reader, atMs.Value)} is more than {Limits.FutureMinutesMax} minutes ahead of the server's clock, which reads {Iso(receivedMs)}");
            return null;
        }

        return atMs;
    }

    private static long? ReadIso(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        if (!reader.TryGetDateTimeOffset(out var at))
        {
            fault.Add(field, $"{Offending.String(ref reader)} is not ISO 8601; {Wanted}");
            return null;
        }

        // Without an offset the time was read as the server's local time, which the sender cannot have meant.
        if (!HasOffset(ref reader))
        {
            fault.Add(field, $"{Offending.String(ref reader)} has no offset; add Z for UTC or an offset such as +02:00");
            return null;
        }

        return at.ToUnixTimeMilliseconds();
    }

    private static long? ReadUnixMs(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        if (reader.TryGetInt64(out var atMs))
        {
            return atMs;
        }

        fault.Add(field, $"{Offending.Number(ref reader)} is not a whole number of milliseconds; {Wanted}");
        return null;
    }

    private static long? Refuse(ref Utf8JsonReader reader, string field, ref FirstFault fault)
    {
        fault.Add(field, $"is {Offending.Value(ref reader)}; {Wanted}");
        reader.Skip();
        return null;
    }

    private static bool HasOffset(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan[^1] == 'Z' || reader.ValueSpan[DateLength(reader.ValueSpan.Length)..].IndexOfAny((byte)'+', (byte)'-') >= 0;
        }

        Span<char> text = stackalloc char[IsoCharsMax];
        FieldText.Decode(ref reader, text, out var length);
        return length > 0 && (text[length - 1] == 'Z' || text[DateLength(length)..length].IndexOfAny('+', '-') >= 0);
    }

    // The hyphens inside 2026-07-01 are no offset.
    private static int DateLength(int length) => Math.Min(length, 10);

    private static string Shown(ref Utf8JsonReader reader, long atMs) => reader.TokenType == JsonTokenType.String
        ? Offending.String(ref reader)
        : $"{Offending.Number(ref reader)} ({Iso(atMs)})";

    private static string Iso(long ms) => ms is < -62_135_596_800_000 or > Instants.MaxMs
        ? $"{ms} ms"
        : Instants.ToTime(ms).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
