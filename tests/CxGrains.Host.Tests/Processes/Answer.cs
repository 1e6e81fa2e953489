using System.Text.Json;

namespace CxGrains.Host.Tests.Processes;

/// <summary>An answer of the Host.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The type of its body.</param>
/// <param name="Json">Its body; an undefined element where it is no JSON.</param>
internal sealed record Answer(int Status, string? MediaType, JsonElement Json)
{
    /// <summary>The text of a member; null where it is absent.</summary>
    public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : null;
}
