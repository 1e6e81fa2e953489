using CxGrains.Abstractions.Views;

namespace CxGrains.Cluster.Queries;

/// <summary>What one partition tells of a segment besides its sums.</summary>
/// <param name="Risk">Members by band at an instant that is not now; null for now, where the sums tell.</param>
/// <param name="Cursor">Customers re-evaluated.</param>
/// <param name="Target">Customers to re-evaluate.</param>
internal sealed record SegmentIndexPart(RiskCounts? Risk, int Cursor, int Target);
