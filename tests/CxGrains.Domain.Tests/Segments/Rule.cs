using System.Text.Json;
using CxGrains.Domain.Segments;

namespace CxGrains.Domain.Tests.Segments;

/// <summary>Rules out of JSON text.</summary>
internal static class Rule
{
    public static SegmentRule Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SegmentRule.Parse(document.RootElement);
    }

    public static string Leaf(string field, string op, string value) => $$"""{"field":"{{field}}","op":"{{op}}","value":{{value}}}""";
}
