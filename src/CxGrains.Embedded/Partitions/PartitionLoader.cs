using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>Reads a partition's last checkpoint: shards and list entries now, customers when first needed.</summary>
internal static class PartitionLoader
{
    private const byte RulesVersion = 2;

    /// <summary>Fills a new state.</summary>
    public static void Load(PartitionState partition, StateReader store)
    {
        if (store.ReadHead() is not { } head)
        {
            return;
        }

        partition.DecodeHead(ReaderOf(head));
        foreach (var (key, bytes) in store.ReadShards())
        {
            LoadShard(partition, key, ReaderOf(bytes));
        }

        foreach (var (key, bytes) in store.ReadEntries())
        {
            var entry = ResidentEntry.Decode(key, ReaderOf(bytes), partition);
            entry.Workspace.Add(entry);
            partition.Due.Schedule(entry);
        }
    }

    /// <summary>Writes a segment's part.</summary>
    public static void EncodeSegment(SegmentState segment, BinaryWriter writer)
    {
        writer.Write(SegmentJson.Write(segment.Definition));
        writer.Write7BitEncodedInt(segment.Cursor);
        writer.Write7BitEncodedInt(segment.Target);
        segment.Shard.Encode(writer);
    }

    /// <summary>Writes settings, model and alert rules.</summary>
    public static void EncodeRules(WorkspaceRules rules, BinaryWriter writer)
    {
        writer.Write(RulesVersion);
        writer.Write(rules.Settings.ToStored());
        rules.Published.Encode(writer);
        writer.Write(rules.Alerts.ToStored());
    }

    private static void LoadShard(PartitionState partition, ShardKey key, BinaryReader reader)
    {
        var workspace = partition.WorkspaceOf(key.Workspace);
        switch (key.Kind)
        {
            case ShardKind.Workspace:
                workspace.Shard = WorkspaceShard.Decode(reader, partition.Names);
                break;
            case ShardKind.Survey:
                workspace.Put(key.Id, new SurveyState(SurveyShard.Decode(reader, partition.Names)));
                break;
            case ShardKind.Segment:
                workspace.Put(DecodeSegment(partition, reader));
                break;
            case ShardKind.Alerts:
                workspace.Alerts = AlertBook.Decode(reader);
                break;
            case ShardKind.Model:
                workspace.Learner = ModelShard.Decode(reader);
                break;
            case ShardKind.Tombstones:
                workspace.Tombstones = Tombstones.Decode(reader);
                partition.NamedRow = Math.Max(partition.NamedRow, workspace.Tombstones.LastNamed.Row);
                break;
            case ShardKind.Rules:
                var version = reader.ReadVersion("Workspace rules", RulesVersion);
                workspace.Put(WorkspaceSettings.FromStored(reader.ReadString()));
                workspace.Put(PublishedModel.Decode(reader));
                workspace.Put(version >= 2 ? AlertRules.FromStored(reader.ReadString()) : AlertRules.Default);
                workspace.RulesChanged = false;
                break;
        }
    }

    private static SegmentState DecodeSegment(PartitionState partition, BinaryReader reader)
    {
        var definition = SegmentJson.Read(reader.ReadString());
        var cursor = reader.Read7BitEncodedInt();
        var target = reader.Read7BitEncodedInt();
        return new SegmentState(definition, PopulationShard.Decode(reader, partition.Names)) { Cursor = cursor, Target = target };
    }

    private static BinaryReader ReaderOf(byte[] bytes) => new(new MemoryStream(bytes));
}
