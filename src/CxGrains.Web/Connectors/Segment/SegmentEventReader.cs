using System.Globalization;
using System.Text.Json;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>Reads one of Segment's events in one forward pass.</summary>
internal static class SegmentEventReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = SegmentLimits.DepthMax };

    /// <summary>Reads an event.</summary>
    /// <param name="utf8">One JSON value, checked to be well formed.</param>
    /// <exception cref="UnreadableException">It is no object, or a field has a form that it cannot have.</exception>
    public static SegmentEvent Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new UnreadableException($"the event is a {reader.TokenType} and must be an object");
        }

        var read = default(SegmentEvent);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref reader, ref read);
        }

        return read;
    }

    /// <summary>The instant a value says, Unix milliseconds UTC; null where it says null.</summary>
    /// <exception cref="UnreadableException">It says none.</exception>
    public static long? Instant(ref Utf8JsonReader reader, string field)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when reader.TryGetInt64(out var ms):
                return ms;
            case JsonTokenType.String when reader.TryGetDateTimeOffset(out var instant) && HasOffset(ref reader):
                return instant.ToUnixTimeMilliseconds();
            case JsonTokenType.String when DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant):
                return instant.ToUnixTimeMilliseconds();
            default:
                throw new UnreadableException($"{field} is no instant; ISO 8601 is wanted");
        }
    }

    // Without an offset the framework would take the machine's.
    private static bool HasOffset(ref Utf8JsonReader reader) => reader.ValueSpan.IndexOfAny("Z+"u8) > 0 || reader.ValueSpan.LastIndexOf((byte)'-') > 9;

    private static void ReadField(ref Utf8JsonReader reader, ref SegmentEvent read)
    {
        if (reader.ValueTextEquals("type"u8))
        {
            read.Type = Text(ref reader, "type");
        }
        else if (reader.ValueTextEquals("messageId"u8))
        {
            read.MessageId = Text(ref reader, "messageId");
        }
        else if (reader.ValueTextEquals("userId"u8))
        {
            read.UserId = Text(ref reader, "userId");
        }
        else if (reader.ValueTextEquals("anonymousId"u8))
        {
            read.AnonymousId = Text(ref reader, "anonymousId");
        }
        else if (reader.ValueTextEquals("previousId"u8))
        {
            read.PreviousId = Text(ref reader, "previousId");
        }
        else if (reader.ValueTextEquals("groupId"u8))
        {
            read.GroupId = Text(ref reader, "groupId");
        }
        else if (reader.ValueTextEquals("event"u8))
        {
            read.Event = Text(ref reader, "event");
        }
        else if (reader.ValueTextEquals("name"u8))
        {
            read.Name = Text(ref reader, "name");
        }
        else if (reader.ValueTextEquals("originalTimestamp"u8))
        {
            reader.Read();
            read.TimestampMs = Instant(ref reader, "originalTimestamp") ?? read.TimestampMs;
        }
        else if (reader.ValueTextEquals("timestamp"u8))
        {
            reader.Read();
            read.TimestampMs ??= Instant(ref reader, "timestamp");
        }
        else if (reader.ValueTextEquals("sentAt"u8))
        {
            reader.Read();
            read.SentAtMs = Instant(ref reader, "sentAt");
        }
        else if (reader.ValueTextEquals("properties"u8))
        {
            read.Properties = Object(ref reader);
        }
        else if (reader.ValueTextEquals("traits"u8))
        {
            read.Traits = Object(ref reader);
        }
        else if (reader.ValueTextEquals("context"u8))
        {
            ReadContext(ref reader, ref read);
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private static void ReadContext(ref Utf8JsonReader reader, ref SegmentEvent read)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("traits"u8))
            {
                read.ContextTraits = Object(ref reader);
            }
            else if (reader.ValueTextEquals("library"u8))
            {
                read.Library = Library(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static string? Library(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = Text(ref reader, "context.library.name");
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return name;
    }

    // Ids are texts, and some senders write them as numbers. An empty one says as much as none.
    private static string? Text(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString() is { Length: > 0 } text ? text : null;
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return number.ToString(CultureInfo.InvariantCulture);
            default:
                throw new UnreadableException($"{field} is a {reader.TokenType}; a text is wanted");
        }
    }

    private static Range Object(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return default;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new Range(start, (int)reader.BytesConsumed);
    }
}
