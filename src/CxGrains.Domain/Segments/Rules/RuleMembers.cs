using System.Text.Json;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>The members of one object of a rule: either one of <c>all</c>, <c>any</c>, <c>not</c>, or all of <c>field</c>, <c>op</c>, <c>value</c>.</summary>
internal readonly struct RuleMembers
{
    private const string Known = "all, any or not alone, or field, op and value";

    private static readonly string[] Names = ["all", "any", "not", "field", "op", "value"];

    private readonly Dictionary<string, JsonElement> _byName = new(StringComparer.Ordinal);
    private readonly string _path;

    /// <summary>The members of an object.</summary>
    /// <exception cref="InvalidFieldException">A member is unknown, given twice, or does not go with another.</exception>
    public RuleMembers(JsonElement rule, string path)
    {
        _path = path;
        foreach (var member in rule.EnumerateObject())
        {
            var name = NameOf(member, path);
            if (!Names.Contains(name))
            {
                throw new InvalidFieldException(path, $"{RuleValue.Cut(member.ToString())} is unknown; a rule holds {Known}");
            }

            if (!_byName.TryAdd(name, member.Value))
            {
                throw new InvalidFieldException($"{path}.{name}", "is given twice");
            }

            if (name is "all" or "any" or "not")
            {
                Single = name;
            }
        }

        if (_byName.Count == 0 || (Single is not null && _byName.Count > 1))
        {
            throw new InvalidFieldException(path, $"holds {(_byName.Count == 0 ? "nothing" : string.Join(", ", _byName.Keys))}; a rule holds {Known}");
        }
    }

    /// <summary><c>all</c>, <c>any</c> or <c>not</c>; null for a leaf.</summary>
    public string? Single { get; }

    /// <summary>A member's value.</summary>
    /// <exception cref="InvalidFieldException">It is missing.</exception>
    public JsonElement Get(string name) =>
        _byName.TryGetValue(name, out var value) ? value : throw new InvalidFieldException($"{_path}.{name}", "is missing");

    // JSON may hold half a character, written as an escape; only decoding finds it.
    private static string NameOf(JsonProperty member, string path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new InvalidFieldException(path, "holds a name that is not valid Unicode");
        }
    }
}
