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

    /// <summary>The interaction, or the effect as bytes, at a position that could not be folded; nothing where neither stands there.</summary>
    public static IEnumerable<QuarantinedRecord> Refused(LogStore log, Position position, string error)
    {
        foreach (var (_, bytes) in log.ReadBetween(position.Row - 1, position.Row))
        {
            switch (LogRow.Decode(bytes))
            {
                case InteractionsRow row:
                    yield return new QuarantinedRecord(position, row.Workspace, LogReplay.LineOf(row, position.Line), error);
                    break;
                case EffectsRow row:
                    var owed = row.Effects[position.Line];
                    yield return new QuarantinedRecord(position, owed.Workspace, owed.Bytes, error);
                    break;
            }
        }
    }
}
