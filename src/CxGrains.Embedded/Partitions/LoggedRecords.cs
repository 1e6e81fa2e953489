using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>Records of a partition, read again from the log.</summary>
internal static class LoggedRecords
{
    /// <summary>A row as a partition's record; null where it has nothing for that partition.</summary>
    public static PartitionRecord? Of(long row, LogRow content, int partition, PartitionContext context)
    {
        if (content is not InteractionsRow interactions)
        {
            return new PartitionRecord(row, null, content, null);
        }

        var read = LogReplay.Read(interactions, context.Names);
        var lines = Partitioning.Split(interactions.Workspace, read, context.PartitionsCount)[partition];
        return lines.Count == 0
            ? null
            : new PartitionRecord(row, new InteractionSlice(interactions.Workspace, interactions.ReceivedMs, interactions.IsImport, read, lines), null, null);
    }

    /// <summary>The line at a position that could not be folded; nothing where none of interactions stands there.</summary>
    public static IEnumerable<QuarantinedRecord> Refused(LogStore log, Position position, string error)
    {
        foreach (var (_, bytes) in log.ReadBetween(position.Row - 1, position.Row))
        {
            if (LogRow.Decode(bytes) is InteractionsRow row)
            {
                yield return new QuarantinedRecord(position, row.Workspace, LogReplay.LineOf(row, position.Line), error);
            }
        }
    }
}
