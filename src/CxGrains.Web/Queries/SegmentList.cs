using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Queries;

/// <summary>The segments of a workspace.</summary>
/// <param name="Segments">By id.</param>
internal sealed record SegmentList(IReadOnlyList<SegmentSummary> Segments);
