using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Makes steps of a partition's rows. What it makes of a row depends on the row, on the head at the row, and on what is in
/// quarantine: a replay gives every record the same position again.
/// </summary>
internal sealed class StepReader(PartitionHead head, PartitionIndex index, Quarantine quarantine, SurveyCache surveys, NamePool names, byte[] salt)
{
    /// <summary>Records and refused lines that a step holds, its last row excepted.</summary>
    public const int RecordsMax = 2_000;

    private readonly Queue<(LogEntry Entry, LogRow Content)> _rows = new();

    /// <summary>Whether rows are left.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Takes rows to make steps of.</summary>
    public void Add(IReadOnlyList<LogEntry> entries)
    {
        foreach (var entry in entries)
        {
            _rows.Enqueue((entry, LogRow.Decode(entry.Body)));
        }
    }

    /// <summary>The next step. The head is moved along.</summary>
    public async ValueTask<Step> NextAsync()
    {
        var step = new Step();
        while (_rows.TryPeek(out var next) && step.Weight < RecordsMax && (step.LastRow == 0 || !StandsAlone(next.Content)))
        {
            _rows.Dequeue();
            await AddAsync(step, next.Entry, next.Content);
            step.LastRow = next.Entry.Row;
            head.Row = next.Entry.Row;
            if (StandsAlone(next.Content))
            {
                break;
            }
        }

        return step;
    }

    // What changes the rules parts those who are evaluated before from those after.
    private static bool StandsAlone(LogRow row) => row is SegmentRow or ReevaluationRow or SettingsRow or ModelRow or AlertRulesRow;

    private async ValueTask AddAsync(Step step, LogEntry entry, LogRow content)
    {
        var row = entry.Row;
        head.AdvanceClock(content.ReceivedMs);
        switch (content)
        {
            case InteractionsRow interactions:
                await AddAsync(step, entry, interactions);
                break;
            case DueRow due:
                for (var line = 0; line < due.Customers.Count; line++)
                {
                    Add(step, due.Customers[line].Workspace, due.Customers[line].Customer, Position.At(row, line), RecordKind.Due);
                }

                break;
            case EffectsRow effects:
                await AddAsync(step, row, effects);
                break;
            case SegmentRow segment:
                head.WorkspaceOf(segment.Workspace).Define(segment.Definition, index.WorkspaceOf(segment.Workspace).Customers.Count);
                break;
            case ModelRow model:
                head.WorkspaceOf(model.Workspace).Publish(model.Model);
                index.WorkspaceOf(model.Workspace).EvaluatedCount = 0;
                break;
            case SettingsRow settings:
                head.WorkspaceOf(settings.Workspace).Decide(settings.Settings);
                index.WorkspaceOf(settings.Workspace).EvaluatedCount = 0;
                break;
            case AlertRulesRow rules:
                head.WorkspaceOf(rules.Workspace).DefineAlerts(rules.Rules);
                index.WorkspaceOf(rules.Workspace).EvaluatedCount = 0;
                break;
            case MovementRow movement when !quarantine.Holds(Position.At(row, 0)):
                step.Add(movement.Workspace, Position.At(row, 0), Announcement.Of(Movement.FromBytes(movement.Movement)));
                break;
            case AlertActRow { IsOfNoCustomer: true } act when !quarantine.Holds(Position.At(row, 0)):
                step.Add(act.Workspace, Position.At(row, 0), Announcement.Of(act.Handled));
                break;
            case AlertActRow act when !quarantine.Holds(Position.At(row, 0)) && !head.IsErased(act.Workspace, act.Customer):
                step.Add(act.Workspace, act.Customer, new CustomerRecord
                {
                    Position = Position.At(row, 0).Value,
                    Kind = RecordKind.AlertAct,
                    NowMs = head.ClockMs,
                    IsNews = true,
                    Handled = act.Handled.ToBytes(),
                });
                break;
            case ReevaluationRow reevaluation when IsNext(reevaluation):
                for (var line = 0; line < reevaluation.Customers.Count; line++)
                {
                    Add(step, reevaluation.Workspace, reevaluation.Customers[line], Position.At(row, line), RecordKind.Reevaluation);
                }

                step.Reevaluation = reevaluation;
                break;
        }
    }

    // Around a gap a partition appends again what it owed: the effect that was taken is known by where its cause stands.
    private async ValueTask AddAsync(Step step, long row, EffectsRow content)
    {
        for (var line = 0; line < content.Effects.Count; line++)
        {
            var (owed, position) = (content.Effects[line], Position.At(row, line));
            if (head.TryTake(content.Source, owed.Cause) && !quarantine.Holds(position))
            {
                await AddAsync(step, position, owed);
            }
        }
    }

    private async ValueTask AddAsync(Step step, Position position, OwedEffect owed)
    {
        var onWire = new CustomerEffect { Bytes = owed.Bytes };
        Effect effect;
        try
        {
            effect = onWire.ToEffect(names);
        }
        catch (CxException error)
        {
            Refuse(step, position, owed.Workspace, owed.Bytes, error.Message);
            return;
        }

        if (effect is EraseEffect erase)
        {
            Add(step, position, owed.Workspace, erase);
            return;
        }

        if (head.IsErased(owed.Workspace, effect.Customer))
        {
            if (effect is MergeEffect merge)
            {
                // Whom it comes from is the same person.
                var carried = merge.Decode(names, new TimelineSources());
                head.WorkspaceOf(owed.Workspace).RememberErased(Erasure.EmailsOf(carried), head.ClockMs);
                step.Owed.Add((position, owed.Workspace, EraseEffect.Of(merge, carried)));
            }

            return;
        }

        var forward = effect as ForwardEffect;
        EraseWhereAsked(owed.Workspace, forward?.Interaction);
        step.Add(owed.Workspace, effect.Customer, new CustomerRecord
        {
            Position = position.Value,
            Kind = RecordKind.Effect,
            NowMs = head.ClockMs,
            IsNews = forward is { IsNews: true },
            Effect = onWire,
            Survey = forward?.Interaction.Answer is { } answer ? await surveys.FindAsync(owed.Workspace, answer.Survey) : null,
        });
    }

    private void Add(Step step, Position position, string workspace, EraseEffect effect)
    {
        foreach (var customer in effect.All.Where(customer => !head.IsErased(workspace, customer)))
        {
            head.WorkspaceOf(workspace).Erase(customer, head.ClockMs, salt);
            step.Add(workspace, customer, new CustomerRecord
            {
                Position = position.Value,
                Kind = RecordKind.Effect,
                NowMs = head.ClockMs,
                Effect = CustomerEffect.Of(EraseEffect.Of([customer])!),
            });
        }
    }

    // Here and not when it is folded: what stands behind it in the same step must fold into nothing already.
    private void EraseWhereAsked(string workspace, Interaction? interaction)
    {
        if (interaction is { Type: InteractionTypes.Erase })
        {
            head.WorkspaceOf(workspace).Erase(interaction.Customer, head.ClockMs, salt);
        }
    }

    // A step of an older definition, or one that was appended twice, has no effect.
    private bool IsNext(ReevaluationRow row) =>
        head.WorkspaceOf(row.Workspace).Segments.TryGetValue(row.Slot, out var segment)
        && segment.IsRedefining
        && segment.Definition.Version == row.Version
        && (row.Customers.Count == 0 || string.CompareOrdinal(row.Customers[0], segment.Cursor) > 0);

    private async ValueTask AddAsync(Step step, LogEntry entry, InteractionsRow content)
    {
        var start = 0;
        for (var line = 0; line < content.LineLengths.Count; line++)
        {
            var utf8 = content.Lines.Slice(start, content.LineLengths[line]);
            start += utf8.Length;
            var position = Position.At(entry.Row, line);
            if (quarantine.Holds(position))
            {
                continue;
            }

            if (entry.Interactions is { } known)
            {
                await AddAsync(step, content, position, InteractionLine.Of(utf8, content.ReceivedMs, known[line]), known[line]);
            }
            else
            {
                await ReadAsync(step, content, position, utf8, entry.Customer);
            }
        }
    }

    private async ValueTask ReadAsync(Step step, InteractionsRow row, Position position, ReadOnlyMemory<byte> utf8, string? customer)
    {
        InteractionLine line;
        Interaction interaction;
        try
        {
            line = InteractionLine.Read(utf8, row.ReceivedMs, names);
            interaction = line.ToInteraction(names);
        }
        catch (CxException error)
        {
            Refuse(step, position, row.Workspace, utf8, error.Message);
            return;
        }

        if (customer is not null && await RefusalAsync(row.Workspace, interaction, customer) is { } refusal)
        {
            Refuse(step, position, row.Workspace, utf8, refusal);
            return;
        }

        await AddAsync(step, row, position, line, interaction);
    }

    private async ValueTask AddAsync(Step step, InteractionsRow row, Position position, InteractionLine line, Interaction interaction)
    {
        if (head.IsErased(row.Workspace, interaction.Customer))
        {
            return;
        }

        EraseWhereAsked(row.Workspace, interaction);
        var survey = interaction.Answer is { } answer ? await surveys.FindAsync(row.Workspace, answer.Survey) : null;
        step.Add(row.Workspace, interaction.Customer, new CustomerRecord
        {
            Position = position.Value,
            Kind = RecordKind.Interaction,
            NowMs = head.ClockMs,
            IsNews = !row.IsImport,
            Line = line,
            Survey = survey,
        });
    }

    // What came past the web was never checked against what is defined.
    private async ValueTask<string?> RefusalAsync(string workspace, Interaction interaction, string customer) =>
        interaction.Customer != customer ? $"customer: '{interaction.Customer}' came with the partition key '{customer}', which must be the customer"
        : interaction.Answer is { } answer ? await surveys.AdmitAsync(workspace, interaction, answer)
        : null;

    private void Refuse(Step step, Position position, string workspace, ReadOnlyMemory<byte> utf8, string error)
    {
        quarantine.Add(position, workspace, utf8, error);
        step.Refused++;
    }

    private void Add(Step step, string workspace, string customer, Position position, RecordKind kind)
    {
        if (!quarantine.Holds(position) && !head.IsErased(workspace, customer))
        {
            step.Add(workspace, customer, new CustomerRecord { Position = position.Value, Kind = kind, NowMs = head.ClockMs, IsNews = kind == RecordKind.Due });
        }
    }
}
