using System.Text.Json;

namespace CxGrains.Host.Tests.Repeats;

/// <summary>Compares two views field by field.</summary>
internal static class JsonDifference
{
    private const double Tolerance = 1e-9;

    /// <summary>What differs, each as the path with both values; numbers differ where they are more than 1e-9 apart.</summary>
    /// <param name="one">A view.</param>
    /// <param name="other">Another.</param>
    /// <param name="ignored">Names of members that are not looked at, at whatever depth.</param>
    public static IEnumerable<string> Between(JsonElement one, JsonElement other, params string[] ignored) => Between("$", one, other, ignored);

    private static IEnumerable<string> Between(string path, JsonElement one, JsonElement other, string[] ignored) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => one.EnumerateObject().Select(member => member.Name)
            .Union(other.EnumerateObject().Select(member => member.Name))
            .Except(ignored)
            .SelectMany(name => Between($"{path}.{name}", Member(one, name), Member(other, name), ignored)),
        (JsonValueKind.Array, JsonValueKind.Array) when one.GetArrayLength() == other.GetArrayLength() =>
            one.EnumerateArray().Zip(other.EnumerateArray()).SelectMany((pair, index) => Between($"{path}[{index}]", pair.First, pair.Second, ignored)),
        (JsonValueKind.Number, JsonValueKind.Number) when Math.Abs(one.GetDouble() - other.GetDouble()) <= Tolerance => [],
        (JsonValueKind.Undefined, JsonValueKind.Undefined) => [],
        (JsonValueKind.Undefined, _) or (_, JsonValueKind.Undefined) => [$"{path}: {one} | {other}"],
        _ => one.GetRawText() == other.GetRawText() ? [] : [$"{path}: {one} | {other}"],
    };

    private static JsonElement Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;
}
