namespace CxGrains.Abstractions.Views;

/// <summary>A segment in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Members">Customers in it now.</param>
/// <param name="Progress">How far the re-evaluation after a changed rule is, 0 to 1; 1 when done.</param>
public sealed record SegmentSummary(string Id, string Name, long Members, double Progress);
