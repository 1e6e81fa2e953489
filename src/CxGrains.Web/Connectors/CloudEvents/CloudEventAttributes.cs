using System.Text.Json;
using CxGrains.Domain.Interactions;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.CloudEvents;

/// <summary>The attributes of a CloudEvent that mean something here.</summary>
/// <param name="Id">The event's id, unique within its source.</param>
/// <param name="Source">Where it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">Whom it happened to; null where it is not said.</param>
/// <param name="Time">When it happened, as sent; null where it is not said.</param>
internal sealed record CloudEventAttributes(string Id, string Source, string Type, string? Subject, string? Time)
{
    /// <summary>The one version there is.</summary>
    public const string SpecVersion = "1.0";

    private const string HeaderPrefix = "ce-";

    /// <summary>The attributes of a structured event.</summary>
    /// <param name="json">The event.</param>
    /// <param name="error">What is wrong, where null is returned.</param>
    public static CloudEventAttributes? Read(JsonElement json, out InteractionError error)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            error = new InteractionError("event", $"is a {json.ValueKind}; one JSON object is wanted");
            return null;
        }

        return Read(name => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null, out error);
    }

    /// <summary>The attributes of an event in binary mode.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="error">What is wrong, where null is returned.</param>
    public static CloudEventAttributes? Read(IHeaderDictionary headers, out InteractionError error) =>
        Read(name => headers.TryGetValue(HeaderPrefix + name, out var value) ? Uri.UnescapeDataString(value.ToString()) : null, out error);

    private static CloudEventAttributes? Read(Func<string, string?> find, out InteractionError error)
    {
        error = default;
        foreach (var name in (string[])["specversion", "id", "source", "type"])
        {
            if (string.IsNullOrEmpty(find(name)))
            {
                error = new InteractionError(name, "is missing; CloudEvents 1.0 requires it as a text that is not empty");
                return null;
            }
        }

        if (find("specversion") is { } version && version != SpecVersion)
        {
            error = new InteractionError("specversion", $"is '{Text.Shorten(version)}'; {SpecVersion} is wanted");
            return null;
        }

        return new CloudEventAttributes(find("id")!, find("source")!, find("type")!, find("subject"), find("time"));
    }
}
