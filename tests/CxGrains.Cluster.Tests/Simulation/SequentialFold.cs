using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Index;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>The reference: the same log, folded by the domain alone, row after row, once.</summary>
internal sealed class SequentialFold(int partition, int partitionsCount, NamePool names)
{
    private readonly Dictionary<EntityKey, Customer> _customers = [];
    private readonly Dictionary<string, SegmentsInForce> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Source, Position Cause), byte[]> _taken = [];
    private readonly TimelineSources _sources = new();
    private readonly Announcement _announcement = new();
    private readonly Dictionary<string, Tombstones> _tombstones = new(StringComparer.Ordinal);
    private readonly HashSet<(EntityKey Customer, Position Position)> _erased = [];
    private long _clockMs;

    /// <summary>The shards, as they should be.</summary>
    public ReferenceShards Shards { get; } = new();

    /// <summary>What each entity's stored bytes are behind each position that concerns it.</summary>
    public History States => Shards.States;

    /// <summary>What each customer's row of the index is behind each position.</summary>
    public History Index { get; } = new();

    /// <summary>Interactions that belong into quarantine.</summary>
    public List<Position> Quarantined { get; } = [];

    /// <summary>Alerts that belong into the outbox, each with the row that raises it.</summary>
    public Dictionary<(string Workspace, string Alert), long> Alerts { get; } = [];

    /// <summary>How much of what is hard came to pass.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>The partition.</summary>
    public int Partition { get; } = partition;

    /// <summary>Effects caused here, each with the partition it is for.</summary>
    public List<(int Target, OwedEffect Owed)> Owed { get; } = [];

    /// <summary>Effects taken from all partitions, each once.</summary>
    public int TakenCount => _taken.Count;

    /// <summary>Interactions that were sent here: the ids, and what is known by its place where there is none.</summary>
    public HashSet<(string Workspace, int Partition, ulong Id)> Happened { get; } = [];

    /// <summary>Ids that were to be merged, as sent here.</summary>
    public List<(string Workspace, string From, string To)> Aliases { get; } = [];

    /// <summary>Interactions of customers that were erased, which workspaces go on counting.</summary>
    public long ErasedInteractions { get; private set; }

    /// <summary>Whether the last record that concerns a customer, up to a row, erased it.</summary>
    public bool IsErasedAt(EntityKey customer, long row) => _erased.Contains((customer, States.LastUpTo(customer, row)));

    /// <summary>Whether a record behind a row, and not behind a position, erased a customer.</summary>
    public bool IsErasedBetween(EntityKey customer, long row, Position upTo) =>
        _erased.Any(erased => erased.Customer == customer && erased.Position.Row > row && erased.Position <= upTo);

    /// <summary>Interactions counted here, by the customers and by the workspaces.</summary>
    public (long Customers, long Workspaces) Counted =>
        (_customers.Values.Sum(customer => customer.Interactions), Shards.Interactions);

    /// <summary>Whether an effect of another partition's record was taken, byte for byte.</summary>
    public bool HasTaken(int source, OwedEffect owed) => _taken.GetValueOrDefault((source, owed.Cause)) is { } bytes && bytes.AsSpan().SequenceEqual(owed.Bytes);

    /// <summary>When time alone changes a customer next, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs => _customers.Values.Select(customer => customer.NextDueMs).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>Folds the next row.</summary>
    public void Fold(long row, LogRow content)
    {
        _clockMs = Math.Max(_clockMs, content.ReceivedMs);
        switch (content)
        {
            case InteractionsRow interactions:
                FoldLines(row, interactions);
                break;
            case DueRow due:
                for (var line = 0; line < due.Customers.Count; line++)
                {
                    var key = Key(EntityKind.Customer, due.Customers[line].Workspace, due.Customers[line].Customer);
                    FoldKnown(key, Position.At(row, line), isNews: true, (customer, context) => CustomerFold.FoldDue(customer, context, _announcement));
                }

                break;
            case EffectsRow effects:
                FoldEffects(row, effects);
                break;
            case SegmentRow segment:
                SegmentsOf(segment.Workspace).Define(SegmentJson.Read(segment.Definition));
                break;
            case ReevaluationRow step when SegmentsOf(step.Workspace).TryStep(step):
                for (var line = 0; line < step.Customers.Count; line++)
                {
                    var key = Key(EntityKind.Customer, step.Workspace, step.Customers[line]);
                    FoldKnown(key, Position.At(row, line), isNews: false, (customer, context) => CustomerFold.FoldRedefinition(customer, context, _announcement));
                }

                break;
        }
    }

    private void FoldLines(long row, InteractionsRow content)
    {
        for (var line = 0; line < content.LineLengths.Count; line++)
        {
            var utf8 = LogReplay.LineOf(content, line);
            var position = Position.At(row, line);
            if (!InteractionReader.TryRead(utf8, content.ReceivedMs, names, out var interaction, out _))
            {
                Quarantined.Add(position);
                continue;
            }

            var key = Key(EntityKind.Customer, content.Workspace, interaction!.Customer);
            if (IsErased(key))
            {
                continue;
            }

            if (Workload.IsPoison(utf8))
            {
                Quarantined.Add(position);
                continue;
            }

            TakeNote(key.Workspace, position, interaction);
            Fold(key, interaction, ContextAt(position, !content.IsImport, key.Workspace));
        }
    }

    private void TakeNote(string workspace, Position position, Interaction interaction)
    {
        Happened.Add(interaction.IdFingerprint != 0 ? (workspace, 0, interaction.IdFingerprint) : (workspace, 1 + Partition, (ulong)position.Value));
        if (interaction.MergeInto is { } into)
        {
            Aliases.Add((workspace, interaction.Customer, into));
        }
    }

    // The worker knows the highest cause that it took of each partition. Here all are known: it must make no difference.
    private void FoldEffects(long row, EffectsRow content)
    {
        for (var line = 0; line < content.Effects.Count; line++)
        {
            var owed = content.Effects[line];
            if (!_taken.TryAdd((content.Source, owed.Cause), owed.Bytes))
            {
                continue;
            }

            var (effect, position) = (owed.Decode(names), Position.At(row, line));
            var key = Key(EntityKind.Customer, owed.Workspace, effect.Customer);
            if (effect is EraseEffect erase)
            {
                FoldErase(key.Workspace, erase, position);
                continue;
            }

            if (IsErased(key))
            {
                if (effect is MergeEffect late)
                {
                    var carried = late.Decode(names, _sources);
                    ErasedInteractions += carried.Interactions;
                    Owe(position, key.Workspace, EraseEffect.Of(late, carried));
                }

                continue;
            }

            if (effect is ForwardEffect forward)
            {
                Fold(key, forward.Interaction, ContextAt(position, forward.IsNews, key.Workspace));
                continue;
            }

            var customer = _customers.GetOrMake(key, () => new Customer(key.Id));
            CustomerFold.FoldMerge(customer, (MergeEffect)effect, names, ContextAt(position, isNews: false, key.Workspace), _announcement);
            Take(key, customer);
        }
    }

    private void FoldErase(string workspace, EraseEffect effect, Position position)
    {
        var effects = new List<EraseEffect>();
        foreach (var key in effect.All.Distinct().Order(StringComparer.Ordinal).Select(id => Key(EntityKind.Customer, workspace, id)).Where(key => !IsErased(key)).ToList())
        {
            var customer = _customers.GetOrMake(key, () => new Customer(key.Id));
            var interactions = customer.Interactions;
            CustomerFold.FoldErase(customer, ContextAt(position, isNews: false, workspace), _announcement);
            effects.AddRange(_announcement.Effect is EraseEffect more ? [more] : []);
            Take(key, customer, interactions, isOwedLater: true);
        }

        if (EraseEffect.Join(effects) is { } joined)
        {
            Owe(position, workspace, joined);
        }
    }

    private void Owe(Position cause, string workspace, Effect effect)
    {
        int PartitionOf(string customer) => Partitioning.PartitionOf(workspace, customer, partitionsCount);
        Owed.AddRange(effect.SplitBy(PartitionOf).Select(part => (PartitionOf(part.Customer), OwedEffect.Of(cause, workspace, part))));
    }

    private void Fold(EntityKey key, Interaction interaction, FoldContext context)
    {
        var survey = interaction.Answer is { } answer ? FixedDefinitions.Surveys.GetValueOrDefault(answer.Survey) : null;
        var customer = _customers.GetOrMake(key, () => new Customer(key.Id));
        var interactions = customer.Interactions;
        CustomerFold.Fold(customer, interaction, survey, context, _announcement);
        Take(key, customer, interactions);
    }

    private void FoldKnown(EntityKey key, Position position, bool isNews, Action<Customer, FoldContext> fold)
    {
        if (_customers.GetValueOrDefault(key) is { IsEmpty: false } customer)
        {
            fold(customer, ContextAt(position, isNews, key.Workspace));
            Take(key, customer);
        }
    }

    private void Take(EntityKey key, Customer customer, long interactionsBefore = 0, bool isOwedLater = false)
    {
        var position = customer.Position;
        States.Add(key, position, writer => CustomerEncoding.Encode(customer, writer));
        if (!customer.IsEmpty || customer.MergedInto is not null)
        {
            var entry = new CustomerEntry(customer.Id);
            entry.Refresh(customer, profileChanged: true, memberChanged: true);
            Index.Add(key, position, entry.EncodeBody);
        }

        if (!_announcement.IsEmpty)
        {
            Coverage.Take(_announcement);
            foreach (var alert in _announcement.Raised)
            {
                Alerts.Add((key.Workspace, alert.Id), position.Row);
            }

            Shards.Take(key, position, _announcement, SegmentsOf(key.Workspace).Slots);
        }

        if (_announcement.Effect is { } effect && !isOwedLater)
        {
            Owe(position, key.Workspace, effect);
        }

        if (_announcement.Erased is { } erased)
        {
            _tombstones.GetOrMake(key.Workspace, () => new Tombstones(new byte[Tombstones.SaltBytes])).Add(key.Id, erased.Emails, _clockMs, erased.UntilMs);
            _erased.Add((key, position));
            _customers.Remove(key);
            ErasedInteractions += interactionsBefore;
        }
    }

    private bool IsErased(EntityKey customer) => _tombstones.GetValueOrDefault(customer.Workspace) is { } tombstones && tombstones.Holds(customer.Id, _clockMs);

    private FoldContext ContextAt(Position position, bool isNews, string workspace) =>
        new(position, _clockMs, isNews, WorkspaceRules.None with { Segments = SegmentsOf(workspace).Definitions }, _sources);

    private SegmentsInForce SegmentsOf(string workspace) => _segments.GetOrMake(workspace, () => new SegmentsInForce());

    private static EntityKey Key(EntityKind kind, string workspace, string id) => new(kind, workspace, id);
}
