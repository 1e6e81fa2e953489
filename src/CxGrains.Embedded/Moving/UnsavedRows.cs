using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Log;

namespace CxGrains.Embedded.Moving;

/// <summary>
/// Looks for rows of the log that a partition has not saved. Rows that are still there need not be: the log is cut behind the partition
/// that is least far, and a partition saves no position for a row that has nothing for it.
/// </summary>
internal static class UnsavedRows
{
    /// <summary>The first row that a partition has still to fold; null where all is saved.</summary>
    public static long? FindFirst(LogStore log, IReadOnlyList<ArchivedHead> heads, NamePool names)
    {
        foreach (var (number, bytes) in log.ReadBetween(heads.Min(head => head.Position.Row), long.MaxValue))
        {
            var row = LogRow.Decode(bytes);
            var slices = row is InteractionsRow interactions ? Partitioning.Split(interactions.Workspace, LogReplay.Read(interactions, names), heads.Count) : null;
            for (var partition = 0; partition < heads.Count; partition++)
            {
                // A checkpoint is taken between two rows, so that it holds a row whole or not at all.
                var isConcerned = slices is null ? row.ConcernsPartition(partition) : slices[partition].Count > 0;
                if (isConcerned && heads[partition].Position.Row < number)
                {
                    return number;
                }
            }
        }

        return null;
    }
}
