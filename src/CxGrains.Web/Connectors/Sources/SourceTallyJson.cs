namespace CxGrains.Web.Connectors.Sources;

/// <summary>A tally as it is stored.</summary>
/// <param name="LastMs">When the last good event came, Unix milliseconds UTC.</param>
/// <param name="LastBadMs">When the last bad event came, Unix milliseconds UTC.</param>
/// <param name="Hours">Good and bad events by the hour since 1970.</param>
internal sealed record SourceTallyJson(long LastMs, long LastBadMs, IReadOnlyDictionary<string, long[]> Hours);
