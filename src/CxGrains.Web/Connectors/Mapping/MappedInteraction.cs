using System.Globalization;
using System.Text.Json;
using CxGrains.Domain;

namespace CxGrains.Web.Connectors.Mapping;

/// <summary>An interaction while its fields are found in another tool's payload. Values are brought into the form that the field has; what cannot be says so.</summary>
internal sealed class MappedInteraction
{
    private const string PropertiesPrefix = "properties.";
    private const string TraitsPrefix = "traits.";

    // Unix seconds up to the year 5138, Unix milliseconds from 1973: no instant of today can be meant as both.
    private const long SecondsMax = 99_999_999_999;

    // The end of the year 9999: no date is later.
    private const long MillisecondsMax = 253_402_300_799_999;

    private readonly Dictionary<string, object> _fields = [];

    /// <summary>The fields a mapping may name, beside <c>properties.NAME</c> and <c>traits.NAME</c>.</summary>
    public static IReadOnlyList<string> FieldNames { get; } =
    [
        "id", "customer", "type", "at", "channel", "touchpoint", "value", "currency", "survey", "metric", "scale", "score", "comment", "response", "revision", "account",
    ];

    /// <summary>Whether a mapping may name a field.</summary>
    public static bool IsField(string name) =>
        FieldNames.Contains(name)
        || name.StartsWith(PropertiesPrefix, StringComparison.Ordinal) && name.Length > PropertiesPrefix.Length
        || name.StartsWith(TraitsPrefix, StringComparison.Ordinal) && name.Length > TraitsPrefix.Length;

    /// <summary>Sets a field; null leaves it as it is.</summary>
    /// <exception cref="UnreadableException">The value is none that the field can have.</exception>
    public void Set(string field, JsonElement? value)
    {
        if (value is { } element)
        {
            _fields[field] = ValueOf(field, element);
        }
    }

    /// <summary>Sets a field to a text; null leaves it as it is.</summary>
    public void Set(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _fields[field] = TextFor(field, text);
        }
    }

    /// <summary>Sets a field to a number.</summary>
    public void Set(string field, decimal number) => _fields[field] = number;

    /// <summary>Whether a field is set.</summary>
    public bool Has(string field) => _fields.ContainsKey(field);

    /// <summary>Writes the fields into an interaction's object.</summary>
    /// <param name="writer">Stands inside the object.</param>
    /// <param name="receivedMs">When the payload came: the interaction's time where it says none, Unix milliseconds UTC.</param>
    public void Write(Utf8JsonWriter writer, long receivedMs)
    {
        if (!Has("at"))
        {
            writer.WriteNumber("at"u8, receivedMs);
        }

        foreach (var (name, value) in _fields.Where(field => !field.Key.Contains('.', StringComparison.Ordinal)))
        {
            Write(writer, name, value);
        }

        WriteNested(writer, "properties", PropertiesPrefix);
        WriteNested(writer, "traits", TraitsPrefix);
    }

    /// <summary>The instant a value says, Unix milliseconds UTC: ISO 8601 (UTC where it names no offset), Unix seconds or milliseconds.</summary>
    /// <exception cref="UnreadableException">It says none.</exception>
    public static long InstantMs(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return Math.Abs(number) <= MillisecondsMax
                ? (long)(Math.Abs(number) <= SecondsMax ? number * 1000 : number)
                : throw new UnreadableException($"{field} is {Shown(value)}, which lies behind the year 9999");
        }

        return value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant.ToUnixTimeMilliseconds()
                : throw new UnreadableException($"{field} is {Shown(value)}, which is no instant");
    }

    private static object ValueOf(string field, JsonElement value) => field switch
    {
        "at" => (decimal)InstantMs(value, field),
        "value" or "scale" or "score" or "revision" => Number(value) ?? throw new UnreadableException($"{field} is {Shown(value)}, which is no number"),
        _ when field.Contains('.', StringComparison.Ordinal) && Scalar(value) is { } scalar => scalar,
        _ => TextFor(field, TextOf(value) ?? throw new UnreadableException($"{field} is {Shown(value)}; a text is wanted")),
    };

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string TextFor(string field, string text) => field switch
    {
        "id" or "customer" or "survey" or "response" or "account" => MappedText.Id(text),
        "comment" => Excerpt.Of(text, Limits.CommentCharsMax),
        _ when field.StartsWith(TraitsPrefix, StringComparison.Ordinal) => Excerpt.Of(text, Limits.TraitCharsMax),
        _ when field.StartsWith(PropertiesPrefix, StringComparison.Ordinal) => Excerpt.Of(text, Limits.PropertyCharsMax),
        _ => text,
    };

    private static string Shown(JsonElement value) => Web.Text.Shorten(value.GetRawText());

    private void WriteNested(Utf8JsonWriter writer, string name, string prefix)
    {
        var members = _fields.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        if (members.Count > 0)
        {
            writer.WriteStartObject(name);
            members.ForEach(member => Write(writer, member.Key[prefix.Length..], member.Value));
            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case decimal number when number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue:
                writer.WriteNumber(name, (long)number);
                break;
            case decimal number:
                writer.WriteNumber(name, number);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            default:
                writer.WriteString(name, (string)value);
                break;
        }
    }
}
