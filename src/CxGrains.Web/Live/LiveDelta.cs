using System.Text.Json;

namespace CxGrains.Web.Live;

/// <summary>What changed in a topic, for who has the version before.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="From">The version it applies to.</param>
/// <param name="To">The version it makes.</param>
/// <param name="Patch">A JSON Merge Patch (RFC 7396).</param>
internal sealed record LiveDelta(string Topic, string Epoch, long From, long To, JsonElement Patch);
