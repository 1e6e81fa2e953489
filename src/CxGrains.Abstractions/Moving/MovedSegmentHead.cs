namespace CxGrains.Abstractions.Moving;

/// <summary>A segment as one partition knows it.</summary>
/// <param name="Definition">The definition as <see cref="Domain.Segments.SegmentJson"/> writes it.</param>
/// <param name="Done">Customers re-evaluated since it was defined; fewer than <paramref name="Target"/> while that is under way.</param>
/// <param name="Target">Customers to re-evaluate.</param>
/// <param name="Members">Its members in the partition.</param>
public sealed record MovedSegmentHead(string Definition, int Done, int Target, long Members);
