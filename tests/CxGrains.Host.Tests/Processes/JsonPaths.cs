using System.Text.Json;

namespace CxGrains.Host.Tests.Processes;

/// <summary>Reads views briefly.</summary>
internal static class JsonPaths
{
    /// <summary>The value at a path, such as <c>nps.promoters</c>.</summary>
    public static JsonElement At(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (element, name) => element.TryGetProperty(name, out var value)
            ? value
            : throw new KeyNotFoundException($"'{path}' is not in {json}"));

    /// <summary>The whole number at a path.</summary>
    public static long Count(this JsonElement json, string path) => json.At(path).GetInt64();
}
