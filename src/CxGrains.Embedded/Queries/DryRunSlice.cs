using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>A dry run's next step in one partition.</summary>
internal static class DryRunSlice
{
    // Reading that many customers from the disk takes some milliseconds.
    private const int ReadMax = 64;

    private const int PassedMax = 20_000;

    /// <summary>Looks at some customers.</summary>
    /// <param name="partition">The partition, on its own thread.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="from">The first, by the order in which the partition met them.</param>
    /// <param name="part">Takes what is found.</param>
    /// <returns>The next one; -1 behind the last.</returns>
    public static int Look(PartitionState partition, string workspace, AlertRule rule, long nowMs, int from, DryRunPart part)
    {
        var customers = partition.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [];
        var end = Math.Min(customers.Count, from + PassedMax);
        var read = 0;
        while (from < end && read < ReadMax)
        {
            var entry = customers[from++];
            if (entry.IsListed && AlertDryRun.MayHit(entry, rule, nowMs))
            {
                part.Look(partition.Residents.Get(entry), entry.Name, entry.Workspace.Rules);
                read++;
            }
        }

        return from < customers.Count ? from : -1;
    }
}
