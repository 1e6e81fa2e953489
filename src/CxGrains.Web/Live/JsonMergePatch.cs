using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxGrains.Web.Live;

/// <summary>
/// JSON Merge Patch (RFC 7396): objects member by member, a removed member as null, everything else replaced whole.
/// A patch cannot say "set to null", so what is compared must not hold null; views never do.
/// </summary>
internal static class JsonMergePatch
{
    /// <summary>The patch that makes <paramref name="to"/> of <paramref name="from"/>; null where they are equal. Both must be objects.</summary>
    public static JsonObject? Diff(JsonElement from, JsonElement to)
    {
        JsonObject? patch = null;
        foreach (var member in to.EnumerateObject())
        {
            if (!from.TryGetProperty(member.Name, out var before))
            {
                (patch ??= [])[member.Name] = NodeOf(member.Value);
            }
            else if (before.ValueKind == JsonValueKind.Object && member.Value.ValueKind == JsonValueKind.Object)
            {
                if (Diff(before, member.Value) is { } inner)
                {
                    (patch ??= [])[member.Name] = inner;
                }
            }
            else if (!JsonElement.DeepEquals(before, member.Value))
            {
                (patch ??= [])[member.Name] = NodeOf(member.Value);
            }
        }

        foreach (var member in from.EnumerateObject())
        {
            if (!to.TryGetProperty(member.Name, out _))
            {
                (patch ??= [])[member.Name] = null;
            }
        }

        return patch;
    }

    private static JsonNode? NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
