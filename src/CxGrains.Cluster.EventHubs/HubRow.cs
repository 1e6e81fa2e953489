using System.Buffers;
using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Cluster.EventHubs;

/// <summary>An event as a row of a partition's log.</summary>
/// <param name="Row">Its number: the sequence number and 1.</param>
/// <param name="Offset">Where the hub would begin to read for it.</param>
/// <param name="Entry">The row.</param>
[GenerateSerializer, Immutable, Alias("cx.HubRow")]
internal sealed record HubRow([property: Id(0)] long Row, [property: Id(1)] string Offset, [property: Id(2)] LogEntry Entry)
{
    /// <summary>Bytes kept of an event; what is larger was never an interaction, and goes to quarantine cut short. The provider's cache takes 1 MiB.</summary>
    public const int BodyBytesMax = 960 * 1024;

    // How far ahead of the hub's clock a silo's may be. A row that came from further on would take the partition's time with it.
    private const long ClocksApartMsMax = 10 * 60_000;

    /// <summary>Makes a row of an event. It never throws: what cannot be read becomes an interaction that cannot be read, which goes to quarantine.</summary>
    /// <param name="sequenceNumber">The event's sequence number.</param>
    /// <param name="offset">Its offset.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="key">Its partition key, which is the customer; empty for none.</param>
    /// <param name="body">Its body.</param>
    /// <param name="receivedMs">When the hub took it, Unix milliseconds UTC.</param>
    /// <param name="workspace">The hub's workspace.</param>
    public static HubRow Of(long sequenceNumber, string offset, HubEventKind kind, string key, byte[] body, long receivedMs, string workspace)
    {
        var row = sequenceNumber + 1;
        if (kind == HubEventKind.Row && IsInternal(body, receivedMs, workspace))
        {
            return new HubRow(row, offset, new LogEntry(row, body));
        }

        var interaction = new InteractionsRow(receivedMs, workspace, kind == HubEventKind.Import, [body.Length], body);
        var encoded = interaction.Encode(out var length);
        var entry = new LogEntry(row, encoded[..length], key);
        ArrayPool<byte>.Shared.Return(encoded);
        return new HubRow(row, offset, entry);
    }

    // Interactions come one by one with their customer as the key, never as a row: whoever may send could else get around the check. And
    // nothing else comes but what a partition of this workspace could owe itself, or have been told.
    private static bool IsInternal(byte[] body, long receivedMs, string workspace)
    {
        try
        {
            var row = LogRow.Decode(body);
            return row.ReceivedMs <= receivedMs + ClocksApartMsMax && row switch
            {
                DueRow due => due.Customers.Count <= OwedRows.DueCustomersMax && due.Customers.All(customer => customer.Workspace == workspace),
                SegmentRow segment => segment.Workspace == workspace && SegmentJson.Read(segment.Definition).Slot is >= 0 and < Limits.SegmentsMax,
                SettingsRow settings => settings.Workspace == workspace && WorkspaceSettings.FromStored(settings.Settings).Version > 0,
                AlertRulesRow rules => rules.Workspace == workspace && AlertRules.FromStored(rules.Rules) is { Version: > 0, Rules.Count: <= AlertRules.RulesMax },
                AlertActRow act => act.Workspace == workspace && act.Handled.Act is { Note: null or { Length: <= AlertAct.NoteCharsMax }, Actor.Length: <= AlertAct.ActorCharsMax },
                MovementRow { Partition: MovementState.KeeperPartition } movement =>
                    movement.Workspace == workspace && movement.Movement.Length <= MovementRow.MovementBytesMax && Movement.FromBytes(movement.Movement).Raised is null or { Customer: "" },
                ModelRow model => model.Workspace == workspace && PublishedModel.FromBytes(model.Model).IsLearned,
                EffectsRow effects => effects.Effects.Count <= EffectsRow.EffectsMax && effects.Effects.All(owed => owed.Workspace == workspace && owed.Cause > Position.None),
                ReevaluationRow step => step.Workspace == workspace && step.Customers.Count <= ReevaluationRow.StepCustomersMax,
                _ => false,
            };
        }
#pragma warning disable CA1031 // Whatever a stranger put there, the row goes to quarantine, and the partition goes on.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
