using System.Text.Json;

namespace CxGrains.LoadGenerator.Live;

/// <summary>What the live hub sent of a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Changes">The state of a snapshot, or the patch of a delta.</param>
/// <param name="ArrivedAt">When its last byte came, as a timestamp of the stopwatch.</param>
internal sealed record TopicMessage(string Topic, JsonElement Changes, long ArrivedAt)
{
    /// <summary>Interactions counted, where the message says so.</summary>
    public long? Interactions =>
        Changes.ValueKind == JsonValueKind.Object && Changes.TryGetProperty("interactions", out var count) ? count.GetInt64() : null;
}
