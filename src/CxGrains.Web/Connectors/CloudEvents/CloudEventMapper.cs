using System.Text.Json;
using CxGrains.Domain;

namespace CxGrains.Web.Connectors.CloudEvents;

/// <summary>Writes CloudEvents as interactions. docs/connectors.md has the table.</summary>
internal static class CloudEventMapper
{
    // Ours keep their short names when their senders put a namespace in front, as the specification asks of them.
    private const string TypePrefix = "cxgrains.";

    private static readonly string[] Fields =
    [
        "channel", "touchpoint", "value", "currency", "survey", "metric", "scale", "score", "comment", "response", "revision",
        "traits", "account", "purpose", "granted", "previousId",
    ];

    // Said by the attributes, or decided here.
    private static readonly string[] Own = ["id", "customer", "type", "at", "properties"];

    /// <summary>Writes one event.</summary>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="data">Its data; null for none.</param>
    /// <param name="lines">Takes it.</param>
    /// <param name="index">Its place in the request.</param>
    public static void Map(CloudEventAttributes attributes, JsonElement? data, LineBatch lines, int index)
    {
        var said = data is { ValueKind: JsonValueKind.Object } value ? value : default;
        var writer = lines.Begin();
        writer.WriteString("id"u8, MappedText.Id(attributes.Source, attributes.Id));
        if ((TextOf(said, "customer") ?? attributes.Subject) is { } customer)
        {
            writer.WriteString("customer"u8, customer);
        }

        writer.WriteString("type"u8, TextOf(said, "type") ?? (attributes.Type.StartsWith(TypePrefix, StringComparison.Ordinal) ? attributes.Type[TypePrefix.Length..] : attributes.Type));
        if (attributes.Time is { } time)
        {
            writer.WriteString("at"u8, time);
        }

        if (said.ValueKind == JsonValueKind.Object)
        {
            WriteData(writer, said);
        }

        lines.End(index);
    }

    private static void WriteData(Utf8JsonWriter writer, JsonElement data)
    {
        foreach (var field in Fields)
        {
            if (data.TryGetProperty(field, out var value))
            {
                writer.WritePropertyName(field);
                value.WriteTo(writer);
            }
        }

        writer.WritePropertyName("properties"u8);
        if (data.TryGetProperty("properties", out var properties))
        {
            properties.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in data.EnumerateObject().Where(IsProperty).Take(Limits.PropertiesMax))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    // What the interaction has no field for is a property, as far as it can be one.
    private static bool IsProperty(JsonProperty member) =>
        member.Name.Length is > 0 and <= Limits.NameCharsMax
        && !Fields.Contains(member.Name)
        && !Own.Contains(member.Name)
        && (member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            || member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length <= Limits.PropertyCharsMax);

    private static string? TextOf(JsonElement data, string field) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
