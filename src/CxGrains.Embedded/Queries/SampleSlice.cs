using CxGrains.Abstractions.Views.Building;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>A sample's next step in one partition.</summary>
internal static class SampleSlice
{
    /// <summary>Looks at some customers.</summary>
    /// <param name="partition">The partition, on its own thread.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="from">The first row.</param>
    /// <param name="sample">Takes what is found.</param>
    /// <returns>The next row; -1 behind the last.</returns>
    public static int Look(PartitionState partition, string workspace, int from, RuleSample sample)
    {
        var (rows, next) = RuleSample.Slice(partition.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], from, sample.Stride);
        foreach (var entry in rows)
        {
            sample.Look(partition.Residents.Get(entry));
        }

        return next;
    }
}
