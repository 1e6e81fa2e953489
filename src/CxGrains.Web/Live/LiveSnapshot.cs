using System.Text.Json;

namespace CxGrains.Web.Live;

/// <summary>A topic's whole state, for who knows none or an old one.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Version">The version.</param>
/// <param name="State">The view; <c>{"status":"notFound"}</c> where there is no such entity yet.</param>
internal sealed record LiveSnapshot(string Topic, string Epoch, long Version, JsonElement State);
