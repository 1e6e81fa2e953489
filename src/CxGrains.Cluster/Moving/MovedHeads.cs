using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Partitions;

namespace CxGrains.Cluster.Moving;

/// <summary>Makes a partition's head of what a directory's partition holds.</summary>
internal static class MovedHeads
{
    /// <summary>The head at a row.</summary>
    public static PartitionRow RowOf(MovedHead moved, long lastRow)
    {
        var head = new PartitionHead { Row = lastRow };
        head.AdvanceClock(moved.ClockMs);
        foreach (var workspace in moved.Workspaces)
        {
            Take(workspace, head.WorkspaceOf(workspace.Id));
        }

        return head.ToRow();
    }

    private static void Take(MovedWorkspaceHead moved, WorkspaceHead workspace)
    {
        workspace.OpenAlerts = moved.OpenAlerts;
        workspace.SharedAlerts = moved.SharedAlerts ?? [];
        workspace.Decide(moved.Settings);
        workspace.Publish(moved.Model);
        workspace.DefineAlerts(moved.AlertRules);
        // None may come as none at all, over HTTP.
        if (moved.Tombstones is { Length: > 0 } tombstones)
        {
            workspace.Erased.Adopt(tombstones);
        }

        foreach (var (survey, responses) in moved.SurveyResponses)
        {
            workspace.SurveyResponses.Add(survey, responses);
        }

        foreach (var segment in moved.Segments)
        {
            // A directory counts its customers in the order it met them, a cluster goes by their ids: what was under way begins again,
            // and customers that were evaluated already do not change.
            var isRedefining = segment.Done < segment.Target;
            workspace.Segments.Add(RuleSet.Parse(segment.Definition).Slot, new SegmentHead
            {
                Stored = segment.Definition,
                IsRedefining = isRedefining,
                Done = isRedefining ? 0 : segment.Done,
                Target = segment.Target,
                Members = segment.Members,
            });
        }
    }
}
