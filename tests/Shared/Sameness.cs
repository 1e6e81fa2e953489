using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxGrains.Tests;

/// <summary>
/// Compares views as readers see them: as JSON, numbers within 1e-9 of their size. What depends on the order of arrival by
/// design is left out: the history of band changes, and whether the band was news.
/// </summary>
internal static class Sameness
{
    private const double Tolerance = 1e-9;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What depends on the order in which records came in.</summary>
    public static readonly string[] BandHistory = ["bandChanges", "alreadySo"];

    /// <summary>Fails with the paths at which two views differ.</summary>
    public static void Same(object? expected, object? actual, params string[] except)
    {
        var differences = Differences(expected, actual, except);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    /// <summary>The paths at which two views differ, with both values.</summary>
    public static IReadOnlyList<string> Differences(object? expected, object? actual, params string[] except)
    {
        var differences = new List<string>();
        Compare("", JsonSerializer.SerializeToNode(expected, Options), JsonSerializer.SerializeToNode(actual, Options), except, differences);
        return differences;
    }

    private static void Compare(string path, JsonNode? expected, JsonNode? actual, string[] except, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(pair => pair.Key).Union(b.Select(pair => pair.Key)).Except(except))
                {
                    Compare($"{path}/{name}", a[name], b[name], except, differences);
                }

                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                var (left, right) = (Ordered(path, a), Ordered(path, b));
                for (var i = 0; i < left.Count; i++)
                {
                    Compare($"{path}/{i}", left[i], right[i], except, differences);
                }

                break;
            default:
                if (!AreSame(expected, actual))
                {
                    differences.Add($"{path}: {Show(expected)} became {Show(actual)}");
                }

                break;
        }
    }

    // Drivers go by size, and those of equal size may swap with the last bit of a sum that was added up in another order.
    private static List<JsonNode?> Ordered(string path, JsonArray array) => path.EndsWith("/drivers", StringComparison.Ordinal)
        ? [.. array.OrderBy(node => (string?)(node!["kind"] ?? node["factor"]), StringComparer.Ordinal)]
        : [.. array];

    private static bool AreSame(JsonNode? a, JsonNode? b) =>
        a?.GetValueKind() == JsonValueKind.Number && b?.GetValueKind() == JsonValueKind.Number
            ? Math.Abs((double)a - (double)b) <= Tolerance * Math.Max(1, Math.Abs((double)a))
            : JsonNode.DeepEquals(a, b);

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "nothing";
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
