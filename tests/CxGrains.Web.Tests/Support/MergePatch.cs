using System.Text.Json.Nodes;

namespace CxGrains.Web.Tests.Support;

/// <summary>A client's side of JSON Merge Patch (RFC 7396), to check what the server sends.</summary>
internal static class MergePatch
{
    /// <summary>What a patch makes of a target, as the RFC's section 2 has it.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject before ? (JsonObject)before.DeepClone() : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Apply(result[name], value);
            }
        }

        return result;
    }
}
