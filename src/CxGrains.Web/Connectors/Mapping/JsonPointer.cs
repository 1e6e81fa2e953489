using System.Globalization;
using System.Text.Json;

namespace CxGrains.Web.Connectors.Mapping;

/// <summary>A place in a JSON document, as RFC 6901 writes it: <c>/form_response/answers/0/text</c>.</summary>
internal static class JsonPointer
{
    /// <summary>Whether a text is a pointer.</summary>
    public static bool Is(string text) => text.StartsWith('/');

    /// <summary>The value at a place; null where there is none, or where it is null.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var value = root;
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var step = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                return null;
            }
        }

        return value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : value;
    }
}
