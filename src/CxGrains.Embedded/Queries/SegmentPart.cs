using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>What one partition tells of a segment.</summary>
/// <param name="Shard">A copy of its members' sums.</param>
/// <param name="Risk">Members by band at the instant.</param>
/// <param name="Cursor">Customers re-evaluated.</param>
/// <param name="Target">Customers to re-evaluate.</param>
internal sealed record SegmentPart(PopulationShard Shard, RiskCounts Risk, int Cursor, int Target)
{
    /// <summary>Copies from a partition, on its thread; null where the segment is not known there.</summary>
    public static SegmentPart? Take(WorkspaceState workspace, int slot, long atMs, bool isNow)
    {
        if (workspace.SegmentIn(slot) is not { } segment)
        {
            return null;
        }

        var bit = 1UL << slot;
        var risk = isNow
            ? PopulationViews.RiskOf(segment.Shard)
            : WorkspacePart.RiskAt(workspace.Customers.Where(entry => (entry.Membership & bit) != 0), atMs);
        return new SegmentPart(PopulationShard.Merge(new PopulationShard(), segment.Shard), risk, segment.Cursor, segment.Target);
    }
}
