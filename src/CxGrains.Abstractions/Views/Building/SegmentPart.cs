using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What one partition tells of a segment.</summary>
/// <param name="Shard">A copy of its members' sums.</param>
/// <param name="Risk">Members by band at the instant.</param>
/// <param name="Cursor">Customers re-evaluated.</param>
/// <param name="Target">Customers to re-evaluate.</param>
public sealed record SegmentPart(PopulationShard Shard, RiskCounts Risk, int Cursor, int Target);
