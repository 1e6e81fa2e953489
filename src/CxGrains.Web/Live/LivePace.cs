namespace CxGrains.Web.Live;

/// <summary>How often a topic is read.</summary>
/// <param name="Period">Shortest time between two reads.</param>
/// <param name="Refresh">Longest time between two reads; at least <paramref name="Period"/>.</param>
internal readonly record struct LivePace(TimeSpan Period, TimeSpan Refresh);
