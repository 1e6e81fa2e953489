using System.Text.Json;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>What a rule asks for.</summary>
internal static class RuleFields
{
    /// <summary>The fields of a rule's leaves, each with the path that errors name.</summary>
    /// <param name="rule">A rule that was parsed, as its JSON.</param>
    /// <param name="path">Where it stands.</param>
    public static IEnumerable<(string Path, string Field)> Of(JsonElement rule, string path = "rule")
    {
        var member = rule.EnumerateObject().First(member => member.Name is "all" or "any" or "not" or "field");
        var inner = $"{path}.{member.Name}";
        return member.Name switch
        {
            "field" => [(inner, member.Value.GetString()!)],
            "not" => Of(member.Value, inner),
            _ => member.Value.EnumerateArray().SelectMany((part, i) => Of(part, $"{inner}[{i}]")),
        };
    }
}
