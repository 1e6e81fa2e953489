using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxGrains.Domain.Segments;

/// <summary>A segment's definition as stored.</summary>
public static class SegmentJson
{
    /// <summary>The stored text.</summary>
    public static string Write(SegmentDefinition segment) => new JsonObject
    {
        ["id"] = segment.Id,
        ["name"] = segment.Name,
        ["slot"] = segment.Slot,
        ["version"] = segment.Version,
        ["rule"] = JsonNode.Parse(segment.Rule.Source.GetRawText()),
    }.ToJsonString();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SegmentDefinition Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new SegmentDefinition
        {
            Id = root.GetProperty("id").GetString()!,
            Name = root.GetProperty("name").GetString()!,
            Slot = root.GetProperty("slot").GetInt32(),
            Version = root.GetProperty("version").GetInt32(),
            Rule = SegmentRule.Parse(root.GetProperty("rule").Clone()),
        };
    }
}
