using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>What one partition tells: copies only, taken on its thread for another to merge.</summary>
internal static class WorkspaceParts
{
    /// <summary>Of the workspace.</summary>
    public static WorkspacePart Of(WorkspaceState workspace, long atMs, bool isNow) => new()
    {
        Shard = workspace.Shard.CopySums(),
        Risk = isNow ? PopulationViews.RiskOf(workspace.Shard.Customers) : IndexViews.RiskAt(workspace.Customers, atMs),
        PerSecond = isNow ? workspace.Rate.PerSecond(atMs) : 0,
        Alerts = new AlertCounts(workspace.Alerts.OpenCount, workspace.AlreadySoCount),
        SharedAlerts = [.. workspace.Alerts.OpenShared],
        Riskiest = IndexViews.RiskiestAt(workspace.Riskiest, workspace.Customers, atMs, isNow),
        Feed = IndexViews.FeedOf(workspace.Recent, survey => workspace.Surveys.GetValueOrDefault(survey) is { } state ? (state.Shard.Metric, state.Shard.Scale) : null),
        SurveyResponses = workspace.Surveys.ToDictionary(pair => pair.Key, pair => pair.Value.Shard.Responses),
        Segments = workspace.Segments.ToDictionary(segment => segment.Definition.Id, segment => (segment.Shard.Members, segment.Cursor, segment.Target)),
    };

    /// <summary>Of a segment; null where it is not known there.</summary>
    public static SegmentPart? Of(WorkspaceState workspace, int slot, long atMs, bool isNow)
    {
        if (workspace.SegmentIn(slot) is not { } segment)
        {
            return null;
        }

        var bit = 1UL << slot;
        var risk = isNow
            ? PopulationViews.RiskOf(segment.Shard)
            : IndexViews.RiskAt(workspace.Customers.Where(entry => (entry.Membership & bit) != 0), atMs);
        return new SegmentPart(segment.Shard.CopySums(), risk, segment.Cursor, segment.Target);
    }

    /// <summary>Of a segment's members, with all parts; null where the segment is not known there.</summary>
    public static PopulationShard? PopulationOf(WorkspaceState workspace, int slot) =>
        workspace.SegmentIn(slot) is { } segment ? PopulationShard.Merge(new PopulationShard(), segment.Shard) : null;

    /// <summary>Of the workspace's sums, with all parts.</summary>
    public static WorkspaceShard SumsOf(WorkspaceState workspace) => WorkspaceShard.Merge(new WorkspaceShard(), workspace.Shard);

    /// <summary>Of what decides whether a movement is told.</summary>
    public static MovementState MovementsOf(WorkspaceState workspace, long nowMs) => new(
        [.. workspace.Alerts.Watches], [.. workspace.Alerts.MutedAt(nowMs)], workspace.ImportedMs, workspace.Segments.Any(segment => segment.IsRedefining));

    /// <summary>Of its alerts.</summary>
    public static AlertsPart Of(WorkspaceState workspace, string state, int limit, long nowMs) => state == AlertsPart.AlreadySo
        ? AlertsPart.OfAlreadySo(workspace.AlreadySoCount, workspace.Customers, limit, nowMs)
        : AlertsPart.OfRaised(workspace.Alerts, state, workspace.Find, limit, nowMs);
}
