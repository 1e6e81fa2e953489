using System.Globalization;
using CxGrains.Abstractions.Moving;
using CxGrains.Domain;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Moving;

/// <summary>A partition's checkpoint as parts of a move.</summary>
internal static class PartitionParts
{
    /// <summary>Customers, shards and quarantine.</summary>
    public static IEnumerable<MovedPart> Read(PartitionState partition, StateReader reader) =>
        partition.Workspaces.Values.SelectMany(workspace => CustomersOf(partition.Number, workspace, reader).Concat(ShardsOf(partition.Number, workspace)))
            .Concat(reader.ReadQuarantine().Select(record =>
                new MovedQuarantine(partition.Number, record.Position.Value, record.Workspace, record.Line, record.Error)));

    /// <summary>The head.</summary>
    public static MovedHead HeadOf(PartitionState partition) => new(partition.Number, partition.ClockMs, [.. partition.Workspaces.Values.Select(HeadOf)]);

    private static MovedWorkspaceHead HeadOf(WorkspaceState workspace) => new(
        workspace.Id,
        workspace.Alerts.OpenCount,
        workspace.Surveys.ToDictionary(survey => survey.Key, survey => survey.Value.Shard.Responses),
        [.. workspace.Segments.Select(segment => new MovedSegmentHead(SegmentJson.Write(segment.Definition), segment.Cursor, segment.Target, segment.Shard.Members))],
        workspace.Rules.Settings is { Version: > 0 } settings ? settings.ToStored() : null,
        workspace.Rules.Published is { IsLearned: true } model ? model.ToBytes() : null,
        workspace.Rules.Alerts is { Version: > 0 } rules ? rules.ToStored() : null,
        [.. workspace.Alerts.OpenShared],
        workspace.Tombstones is { } tombstones ? Encode(tombstones.Encode) : null);

    private static IEnumerable<MovedPart> CustomersOf(int partition, WorkspaceState workspace, StateReader reader) =>
        workspace.Customers.Where(entry => entry.Id.Length > 0).Select(entry => new MovedCustomer(partition, workspace.Id, entry.Id, reader.ReadCustomer(entry.Key), Encode(entry.EncodeBody)));

    // A shard that never took anything is none in a cluster either.
    private static IEnumerable<MovedPart> ShardsOf(int partition, WorkspaceState workspace)
    {
        if (workspace.Shard.Position > Position.None)
        {
            yield return new MovedShard(partition, workspace.Id, MovedShardKind.Workspace, "", Encode(writer =>
            {
                workspace.Shard.Encode(writer);
                workspace.Alerts.Encode(writer);
            }));
        }

        if (workspace.Learner is { } learner)
        {
            yield return new MovedShard(partition, workspace.Id, MovedShardKind.Model, "", Encode(learner.Encode));
        }

        foreach (var (id, survey) in workspace.Surveys)
        {
            yield return new MovedShard(partition, workspace.Id, MovedShardKind.Survey, id, Encode(survey.Shard.Encode));
        }

        foreach (var segment in workspace.Segments.Where(segment => segment.Shard.Position > Position.None))
        {
            var slot = segment.Definition.Slot.ToString(CultureInfo.InvariantCulture);
            yield return new MovedShard(partition, workspace.Id, MovedShardKind.Segment, slot, Encode(segment.Shard.Encode));
        }
    }

    private static byte[] Encode(Action<BinaryWriter> encode)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        encode(writer);
        return bytes.ToArray();
    }
}
