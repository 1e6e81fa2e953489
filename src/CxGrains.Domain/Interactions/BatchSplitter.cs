using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>Splits a request's body into events without reading what they say: a JSON array, one JSON object, or one object a line (NDJSON).</summary>
/// <remarks>
/// <para>A UTF-8 byte order mark is skipped. The first byte that is not white space decides:</para>
/// <list type="bullet">
/// <item><c>[</c>: an array, whose elements are the events. Where its syntax breaks, the elements before stay.</item>
/// <item><c>{</c>: one object, if it begins on one line and ends on a later one, or nothing but white space follows its first line. Otherwise NDJSON.</item>
/// <item>anything else: NDJSON.</item>
/// </list>
/// <para>
/// An object that begins on the first line but ends nowhere is NDJSON with a torn first line where the next line that is not blank begins
/// with <c>{</c> (inside an object a name would have to come there), else one broken object. A first line that no continuation could
/// mend is NDJSON. Lines end with <c>\n</c> or <c>\r\n</c>; blank lines are skipped and have no index.
/// </para>
/// </remarks>
public static class BatchSplitter
{
    // Deep enough that an event nested too deeply is rejected alone and not with all that follow it.
    private const int DepthMax = 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DepthMax };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    /// <summary>Splits a body.</summary>
    /// <param name="body">The whole body, uncompressed.</param>
    /// <param name="countMax">Events to split off at most; splitting stops as soon as there is one more.</param>
    /// <param name="events">Cleared, then filled with where each event lies in the body, without white space around it.</param>
    public static BatchSplit Split(ReadOnlySpan<byte> body, int countMax, List<Range> events)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(countMax);
        ArgumentNullException.ThrowIfNull(events);
        events.Clear();

        var start = SkipWhiteSpace(body, body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        if (start == body.Length)
        {
            return default;
        }

        return body[start] switch
        {
            (byte)'[' => SplitArray(body, start, countMax, events),
            (byte)'{' when IsOneObject(body[start..]) => TakeOne(body, start, countMax, events),
            _ => SplitLines(body, start, countMax, events),
        };
    }

    private static BatchSplit TakeOne(ReadOnlySpan<byte> body, int start, int countMax, List<Range> events)
    {
        if (countMax == 0)
        {
            return new BatchSplit(TooMany: true, null);
        }

        events.Add(new Range(start, start + body[start..].TrimEnd(WhiteSpace).Length));
        return default;
    }

    private static BatchSplit SplitLines(ReadOnlySpan<byte> body, int start, int countMax, List<Range> events)
    {
        while (start < body.Length)
        {
            if (events.Count == countMax)
            {
                return new BatchSplit(TooMany: true, null);
            }

            var length = LineLength(body[start..]);
            events.Add(new Range(start, start + body.Slice(start, length).TrimEnd(WhiteSpace).Length));
            start = SkipWhiteSpace(body, start + length);
        }

        return default;
    }

    private static BatchSplit SplitArray(ReadOnlySpan<byte> body, int start, int countMax, List<Range> events)
    {
        var reader = new Utf8JsonReader(body[start..], Options);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (events.Count == countMax)
                {
                    return new BatchSplit(TooMany: true, null);
                }

                var first = start + (int)reader.TokenStartIndex;
                reader.Skip();
                events.Add(new Range(first, start + (int)reader.BytesConsumed));
            }

            // Anything behind the array is a fault, which reading on brings out.
            reader.Read();
            return default;
        }
        catch (JsonException fault)
        {
            var where = events.Count == 0 ? "from its start on" : $"beyond element {events.Count - 1}";
            return new BatchSplit(TooMany: false, new InteractionError(JsonFault.Field, $"{JsonFault.Describe(fault)}; the array cannot be read {where}"));
        }
    }

    /// <summary>Whether a body that begins with an object is that one object; see the remarks above.</summary>
    private static bool IsOneObject(ReadOnlySpan<byte> body)
    {
        var firstLine = LineLength(body);
        var next = SkipWhiteSpace(body, firstLine);
        if (next == body.Length)
        {
            return true;
        }

        // The line break belongs to what is tried: inside a string it is a fault, not a continuation.
        return TryReadObject(body[..(firstLine + 1)]) == ObjectOutcome.Unfinished
            && (TryReadObject(body) == ObjectOutcome.Finished || body[next] != '{');
    }

    private static ObjectOutcome TryReadObject(ReadOnlySpan<byte> text)
    {
        // An object beyond the limit is rejected in any case, so it need not be read to its end.
        var start = text[..Math.Min(text.Length, Limits.InteractionBytesMax)];
        var reader = new Utf8JsonReader(start, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            reader.Read();
            return reader.TrySkip() ? ObjectOutcome.Finished : ObjectOutcome.Unfinished;
        }
        catch (JsonException)
        {
            // Telling the forms apart is all that is wanted here; reading the event reports the fault with its place.
            return ObjectOutcome.Broken;
        }
    }

    private static int LineLength(ReadOnlySpan<byte> text)
    {
        var lineBreak = text.IndexOf((byte)'\n');
        return lineBreak < 0 ? text.Length : lineBreak;
    }

    private static int SkipWhiteSpace(ReadOnlySpan<byte> body, int start)
    {
        var length = body[start..].IndexOfAnyExcept(WhiteSpace);
        return length < 0 ? body.Length : start + length;
    }

    private enum ObjectOutcome
    {
        Finished,
        Unfinished,
        Broken,
    }
}
