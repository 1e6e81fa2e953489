using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a partition holds besides customers and shards, at one row of its log. It is saved with the committed row in one write.</summary>
internal sealed class PartitionHead
{
    private const byte Version = 4;

    private readonly Dictionary<string, WorkspaceHead> _workspaces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, long> _takenCauses = [];
    private readonly SortedDictionary<int, long> _effectRows = [];

    /// <summary>The row up to which this holds everything.</summary>
    public long Row { get; set; }

    /// <summary>The log's clock, Unix milliseconds UTC: the latest receive time so far. It never goes back.</summary>
    public long ClockMs { get; private set; }

    /// <summary>The workspaces met here.</summary>
    public IReadOnlyDictionary<string, WorkspaceHead> Workspaces => _workspaces;

    /// <summary>The last row that this partition has appended to each partition's log for effects of what is folded here.</summary>
    public IReadOnlyDictionary<int, long> EffectRows => _effectRows;

    /// <summary>Takes note of an effect of another partition's record; says whether it is new, and not one that was appended again.</summary>
    /// <param name="source">The other partition.</param>
    /// <param name="cause">Where the record stands in its log. They come in this order.</param>
    public bool TryTake(int source, Position cause)
    {
        if (cause.Value <= _takenCauses.GetValueOrDefault(source))
        {
            return false;
        }

        _takenCauses[source] = cause.Value;
        return true;
    }

    /// <summary>Takes note of a row that was appended to a partition's log.</summary>
    public void NoteEffectRow(int target, long row) => _effectRows[target] = Math.Max(row, _effectRows.GetValueOrDefault(target));

    /// <summary>Whether a customer was erased before this row and may not come back yet.</summary>
    public bool IsErased(string workspace, string customer) => _workspaces.GetValueOrDefault(workspace) is { } part && part.Erased.Holds(customer, ClockMs);

    /// <summary>Whether something may be left of customers that were erased.</summary>
    public bool HasErasedLeft => _workspaces.Values.Any(workspace => workspace.Erased.AnyLeft);

    /// <summary>Nothing is left of those who were erased up to a row.</summary>
    public void ForgetErased(long uptoRow)
    {
        foreach (var workspace in _workspaces.Values)
        {
            workspace.Erased.Forget(uptoRow);
        }
    }

    /// <summary>Moves the log's clock on.</summary>
    public void AdvanceClock(long receivedMs) => ClockMs = Math.Max(ClockMs, receivedMs);

    /// <summary>The part of a workspace, made where it is new.</summary>
    public WorkspaceHead WorkspaceOf(string id)
    {
        if (!_workspaces.TryGetValue(id, out var workspace))
        {
            workspace = new WorkspaceHead();
            _workspaces.Add(id, workspace);
        }

        return workspace;
    }

    /// <summary>What to store.</summary>
    public PartitionRow ToRow()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(ClockMs);
        writer.Write7BitEncodedInt(_workspaces.Count);
        foreach (var (id, workspace) in _workspaces)
        {
            writer.Write(id);
            Encode(workspace, writer);
        }

        Encode(_takenCauses, writer);
        Encode(_effectRows, writer);
        return new PartitionRow { CommittedRow = Row, Head = bytes.ToArray() };
    }

    /// <summary>Reads what <see cref="ToRow"/> gave.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PartitionHead Of(PartitionRow row)
    {
        var head = new PartitionHead { Row = row.CommittedRow };
        if (row.Head is not { } stored)
        {
            return head;
        }

        using var reader = new BinaryReader(new MemoryStream(stored));
        var version = reader.ReadVersion("Partition head", Version);
        head.ClockMs = reader.ReadInt64();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            Decode(head.WorkspaceOf(reader.ReadString()), reader, version);
        }

        if (version >= 3)
        {
            Decode(head._takenCauses, reader);
            Decode(head._effectRows, reader);
        }

        return head;
    }

    private static void Encode(SortedDictionary<int, long> byPartition, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(byPartition.Count);
        foreach (var (partition, number) in byPartition)
        {
            writer.Write7BitEncodedInt(partition);
            writer.Write7BitEncodedInt64(number);
        }
    }

    private static void Decode(SortedDictionary<int, long> byPartition, BinaryReader reader)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            byPartition.Add(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        }
    }

    private static void Encode(WorkspaceHead workspace, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(workspace.Segments.Count);
        foreach (var (slot, segment) in workspace.Segments)
        {
            writer.Write7BitEncodedInt(slot);
            writer.Write(segment.Stored);
            writer.Write(segment.IsRedefining);
            writer.Write(segment.Cursor);
            writer.Write7BitEncodedInt(segment.Done);
            writer.Write7BitEncodedInt(segment.Target);
            writer.Write7BitEncodedInt64(segment.Members);
        }

        writer.Write7BitEncodedInt64(workspace.OpenAlerts);
        writer.Write7BitEncodedInt(workspace.SurveyResponses.Count);
        foreach (var (survey, responses) in workspace.SurveyResponses)
        {
            writer.Write(survey);
            writer.Write7BitEncodedInt64(responses);
        }

        writer.WriteOptional(workspace.Settings);
        writer.Write7BitEncodedInt(workspace.Model?.Length ?? 0);
        writer.Write(workspace.Model ?? []);
        writer.WriteOptional(workspace.AlertRules);
        writer.Write7BitEncodedInt(workspace.SharedAlerts.Length);
        foreach (var alert in workspace.SharedAlerts)
        {
            writer.Write(alert);
        }

        workspace.Erased.Encode(writer);
    }

    private static void Decode(WorkspaceHead workspace, BinaryReader reader, int version)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var (slot, stored, isRedefining, cursor) = (reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadBoolean(), reader.ReadString());
            workspace.Segments.Add(slot, new SegmentHead
            {
                Stored = stored,
                IsRedefining = isRedefining,

                // Before version 4 the last customer stayed in it, who may have been erased since.
                Cursor = isRedefining ? cursor : "",
                Done = reader.Read7BitEncodedInt(),
                Target = reader.Read7BitEncodedInt(),
                Members = reader.Read7BitEncodedInt64(),
            });
        }

        workspace.OpenAlerts = reader.Read7BitEncodedInt64();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            workspace.SurveyResponses.Add(reader.ReadString(), reader.Read7BitEncodedInt64());
        }

        if (version >= 2)
        {
            workspace.Decide(reader.ReadOptional());
            workspace.Publish(reader.Read7BitEncodedInt() is > 0 and var length ? reader.ReadBytes(length) : null);
        }

        if (version >= 3)
        {
            workspace.DefineAlerts(reader.ReadOptional());
            workspace.SharedAlerts = new string[reader.Read7BitEncodedInt()];
            for (var i = 0; i < workspace.SharedAlerts.Length; i++)
            {
                workspace.SharedAlerts[i] = reader.ReadString();
            }
        }

        if (version >= 4)
        {
            workspace.Erased.Decode(reader);
        }
    }
}
