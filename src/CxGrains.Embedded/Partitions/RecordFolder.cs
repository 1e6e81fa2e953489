using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Embedded.State;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Partitions;

/// <summary>Folds one log row's part for a partition, line after line, moving the partition's position along.</summary>
/// <param name="partition">The partition.</param>
/// <param name="fold">Folds one record.</param>
/// <param name="touched">Takes note of what is watched.</param>
/// <param name="poisoned">Records that are in quarantine, because folding them throws.</param>
/// <param name="quarantine">Takes lines that cannot be read; the next checkpoint saves them.</param>
/// <param name="logger">Told of each.</param>
internal sealed partial class RecordFolder(
    PartitionState partition,
    PartitionFold fold,
    TouchedTopics touched,
    IReadOnlySet<Position> poisoned,
    List<QuarantinedRecord> quarantine,
    ILogger logger)
{
    private readonly List<ResidentEntry?> _found = [];

    /// <summary>Sum of what finding touched; kept so that the reads are not optimised away.</summary>
    internal long Touched { get; private set; }

    /// <summary>The record being folded; where a fold throws, the one that threw.</summary>
    public Position Current { get; private set; }

    /// <summary>Folds a slice; says how many interactions were counted.</summary>
    public int Fold(long row, InteractionSlice slice)
    {
        Current = Position.At(row, slice.Lines[0]);
        partition.AdvanceClock(slice.ReceivedMs);
        var workspace = partition.WorkspaceOf(slice.Workspace);
        Find(workspace, slice);
        var counted = 0;
        for (var i = 0; i < slice.Lines.Count; i++)
        {
            var line = slice.Lines[i];
            if (Begin(row, line))
            {
                counted += Fold(workspace, _found[i], slice, line) ? 1 : 0;
                partition.Position = Current;
            }
        }

        touched.Announce();
        return counted;
    }

    /// <summary>Folds an internal row.</summary>
    public void Fold(long row, LogRow record)
    {
        partition.AdvanceClock(record.ReceivedMs);
        switch (record)
        {
            case DueRow due:
                FoldDue(row, due);
                break;
            case SegmentRow segment:
                FoldSegment(row, segment);
                break;
            case ModelRow model:
                FoldModel(row, model);
                break;
            case SettingsRow settings:
                FoldSettings(row, settings);
                break;
            case AlertRulesRow rules:
                FoldAlertRules(row, rules);
                break;
            case AlertActRow act:
                FoldAct(row, act);
                break;
            case MovementRow movement:
                FoldMovement(row, movement);
                break;
            case EffectsRow effects:
                FoldEffects(row, effects);
                break;
            case RedefinitionRow redefinition:
                FoldRedefinition(row, redefinition);
                break;
        }

        touched.Announce();
    }

    // What cannot be read folds nothing, and so needs no building anew: it is set aside, and the next checkpoint saves it.
    private bool Fold(WorkspaceState workspace, ResidentEntry? entry, InteractionSlice slice, int line)
    {
        if (slice.Interactions[line] is not UnreadableInteraction unreadable)
        {
            return fold.Fold(workspace, entry, slice.Interactions[line], Current, slice.IsImport);
        }

        quarantine.Add(new QuarantinedRecord(Current, slice.Workspace, unreadable.Line, unreadable.Error));
        LogUnreadable(Current, partition.Number, unreadable.Error);
        return false;
    }

    // Finding a customer and reaching its state are trips to memory, one behind the other. Made for the whole slice first, with
    // nothing between them, the processor makes several at once; the fold then finds all of it near.
    private void Find(WorkspaceState workspace, InteractionSlice slice)
    {
        _found.Clear();
        foreach (var line in slice.Lines)
        {
            _found.Add(workspace.Find(slice.Interactions[line].Customer));
        }

        var touched = 0L;
        foreach (var entry in _found)
        {
            touched += entry?.Resident?.Touch() ?? 0;
        }

        Touched = touched;
    }

    // False for a record that is in already, and for one in quarantine. The position moves past the latter, so that the next
    // checkpoint saves the quarantine before the row may be cut from the log.
    private bool Begin(long row, int line)
    {
        Current = Position.At(row, line);
        if (poisoned.Contains(Current) && Current > partition.Position)
        {
            partition.Position = Current;
        }

        return Current > partition.Position;
    }

    private void FoldDue(long row, DueRow due)
    {
        for (var line = 0; line < due.Customers.Count; line++)
        {
            if (Begin(row, line))
            {
                var (id, customer) = due.Customers[line];
                var workspace = partition.WorkspaceOf(id);
                if (workspace.Find(customer) is { } entry)
                {
                    fold.FoldDue(entry, Current);
                }
                else
                {
                    fold.FoldAbsent(workspace, customer, Current);
                }

                partition.Position = Current;
            }
        }
    }

    // Around a restart a partition may append an effect again: the one that was taken is known by where its cause stands.
    private void FoldEffects(long row, EffectsRow record)
    {
        for (var line = 0; line < record.Effects.Count; line++)
        {
            if (Begin(row, line))
            {
                var (cause, workspaceId, _) = record.Effects[line];
                if (partition.TryTake(record.Source, cause))
                {
                    var workspace = partition.WorkspaceOf(workspaceId);
                    workspace.Rate.Add(fold.Fold(workspace, record.Effects[line].Decode(partition.Names), Current) ? 1 : 0, record.ReceivedMs);
                }

                partition.Position = Current;
            }
        }
    }

    private void FoldSegment(long row, SegmentRow record)
    {
        if (!Begin(row, 0))
        {
            return;
        }

        var workspace = partition.WorkspaceOf(record.Workspace);
        var definition = SegmentJson.Read(record.Definition);
        var segment = workspace.SegmentIn(definition.Slot);
        var isNewRule = segment?.Definition.Rule.Source.GetRawText() != definition.Rule.Source.GetRawText();
        if (segment is null)
        {
            segment = new SegmentState(definition, new PopulationShard());
            workspace.Put(segment);
        }

        segment.Definition = definition;
        segment.IsChanged = true;
        if (isNewRule)
        {
            segment.Cursor = 0;
            segment.Target = workspace.Customers.Count;
        }

        workspace.RefreshSegments();
        touched.Add(workspace.Id, TopicKind.Segment, definition.Id);
        touched.Add(workspace.Id, TopicKind.Workspace, "");
        partition.Position = Current;
    }

    private void FoldModel(long row, ModelRow record)
    {
        if (Begin(row, 0))
        {
            partition.WorkspaceOf(record.Workspace).Put(PublishedModel.FromBytes(record.Model));
            touched.Add(record.Workspace, TopicKind.Model, "");
            partition.Position = Current;
        }
    }

    private void FoldSettings(long row, SettingsRow record)
    {
        if (Begin(row, 0))
        {
            partition.WorkspaceOf(record.Workspace).Put(WorkspaceSettings.FromStored(record.Settings));
            touched.Add(record.Workspace, TopicKind.Workspace, "");
            partition.Position = Current;
        }
    }

    private void FoldAct(long row, AlertActRow record)
    {
        if (Begin(row, 0))
        {
            var workspace = partition.WorkspaceOf(record.Workspace);
            if (record.IsOfNoCustomer)
            {
                fold.Fold(workspace, Announcement.Of(record.Handled), Current);
            }
            else if (workspace.Find(record.Customer) is { } entry)
            {
                fold.FoldAct(entry, record.Handled, Current);
            }

            partition.Position = Current;
        }
    }

    private void FoldMovement(long row, MovementRow record)
    {
        if (Begin(row, 0))
        {
            fold.Fold(partition.WorkspaceOf(record.Workspace), Announcement.Of(Movement.FromBytes(record.Movement)), Current);
            partition.Position = Current;
        }
    }

    private void FoldAlertRules(long row, AlertRulesRow record)
    {
        if (Begin(row, 0))
        {
            partition.WorkspaceOf(record.Workspace).Put(AlertRules.FromStored(record.Rules));
            touched.Add(record.Workspace, TopicKind.Alerts, "");
            partition.Position = Current;
        }
    }

    private void FoldRedefinition(long row, RedefinitionRow step)
    {
        var workspace = partition.WorkspaceOf(step.Workspace);
        var segment = workspace.SegmentIn(step.Slot);
        if (segment is null || segment.Definition.Version != step.Version || segment.Cursor != step.Cursor)
        {
            // A step of an older definition, or one that was appended twice around a restart.
            partition.Position = Position.At(row, 0) > partition.Position ? Position.At(row, 0) : partition.Position;
            return;
        }

        var end = Math.Min(segment.Target, step.Cursor + RedefinitionRow.StepCustomersMax);
        for (var index = step.Cursor; index < end; index++)
        {
            if (Begin(row, index - step.Cursor))
            {
                if (workspace.Customers[index] is { Id.Length: > 0 } entry)
                {
                    fold.FoldRedefinition(entry, Current);
                }

                partition.Position = Current;
            }
        }

        segment.Cursor = end;
        segment.IsChanged = true;
        touched.Add(workspace.Id, TopicKind.Segment, segment.Definition.Id);
        touched.Add(workspace.Id, TopicKind.Workspace, "");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Position} of partition {Partition} went to quarantine: it {Error}")]
    private partial void LogUnreadable(Position position, int partition, string error);
}
