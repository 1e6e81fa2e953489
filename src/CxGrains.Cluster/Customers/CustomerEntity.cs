using CxGrains.Cluster.Partitions;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Index;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Customers;

/// <summary>One life of a customer in memory: the domain's state, and what it announced that may be asked for again.</summary>
internal sealed class CustomerEntity
{
    private readonly Customer _customer;
    private readonly Queue<KeptAnnouncement> _kept;
    private CustomerEntry _entry;
    private readonly NamePool _names;
    private readonly Announcement _announcement = new();

    /// <summary>A life that begins with what is stored.</summary>
    public CustomerEntity(string id, CustomerRow stored, NamePool names, TimelineSources sources)
    {
        _names = names;
        _customer = stored.State is { } state ? CustomerEncoding.Decode(new BinaryReader(new MemoryStream(state)), names, sources) : new Customer(id, new Position(stored.Position));
        _kept = new Queue<KeptAnnouncement>(stored.Announcements);
        _entry = new CustomerEntry(id);
    }

    /// <summary>This life.</summary>
    public long Activation { get; } = ActivationNumber.Next();

    /// <summary>The last record it holds.</summary>
    public Position Position => _customer.Position;

    /// <summary>The worker it serves.</summary>
    public ServedWorker Served { get; } = new();

    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>
    /// Folds records, or nothing where they are for another life. Where one throws the state is half changed: this life must not be
    /// used any more.
    /// </summary>
    public CustomerFolded Fold(CustomerRecords records, TimelineSources sources)
    {
        if (records.BoundTo != 0 && records.BoundTo != Activation)
        {
            return new CustomerFolded { Activation = Activation, Position = _customer.Position.Value, Announcements = [] };
        }

        Forget(records.CommittedRow);
        var announcements = new List<KeptAnnouncement>(records.Records.Length);
        foreach (var record in records.Records)
        {
            try
            {
                if (Fold(record, records.Rules.Rules, sources) is { } announcement)
                {
                    announcements.Add(announcement);
                }
            }
#pragma warning disable CA1031 // Whatever a record does to the fold, the worker puts it in quarantine and goes on.
            catch (Exception error)
#pragma warning restore CA1031
            {
                return new CustomerFolded { Activation = Activation, Position = _customer.Position.Value, Announcements = [], Poisoned = record.Position, Error = error.Message };
            }
        }

        return new CustomerFolded { Activation = Activation, Position = _customer.Position.Value, Announcements = [.. announcements], Entry = EncodeEntry() };
    }

    /// <summary>The state as bytes, also of an id that was merged away; null where there is no customer.</summary>
    public byte[]? ToState() => IsNobody ? null : StateEncoding.ToBytes(_customer, CustomerEncoding.Encode);

    /// <summary>What to store.</summary>
    public CustomerRow ToRow() => new() { State = StateEncoding.ToBytes(_customer, CustomerEncoding.Encode), Announcements = [.. _kept], Position = Position.Value };

    /// <summary>What was last asked for with <see cref="ToRow"/> is stored.</summary>
    public void MarkSaved() => IsChanged = false;

    private bool IsNobody => _customer is { IsEmpty: true, MergedInto: null };

    private KeptAnnouncement? Fold(CustomerRecord record, WorkspaceRules rules, TimelineSources sources)
    {
        var position = new Position(record.Position);
        if (position <= _customer.Position)
        {
            return _kept.FirstOrDefault(kept => kept.Position == record.Position);
        }

        var context = new FoldContext(position, record.NowMs, record.IsNews, rules, sources);
        switch (record.Kind)
        {
            case RecordKind.Due when !_customer.IsEmpty:
                CustomerFold.FoldDue(_customer, context, _announcement);
                break;
            case RecordKind.Reevaluation when !_customer.IsEmpty:
                CustomerFold.FoldRedefinition(_customer, context, _announcement);
                break;
            case RecordKind.AlertAct when !_customer.IsEmpty || _customer.MergedInto is not null:
                CustomerFold.FoldAct(_customer, HandledAlert.FromBytes(record.Handled!), context, _announcement);
                break;
            case RecordKind.Effect when record.Effect!.ToEffect(_names) is MergeEffect merge:
                CustomerFold.FoldMerge(_customer, merge, _names, context, _announcement);
                break;
            case RecordKind.Effect when record.Effect!.ToEffect(_names) is EraseEffect:
                CustomerFold.FoldErase(_customer, context, _announcement);
                break;
            case RecordKind.Interaction or RecordKind.Effect:
                CustomerFold.Fold(_customer, record.InteractionIn(_names)!, record.Survey?.ToDefinition(), context, _announcement);
                break;
            default:
                return null;
        }

        if (_announcement.Erased is not null)
        {
            // Whoever begins anew takes nothing of it over.
            _entry = new CustomerEntry(_customer.Id);
        }

        IsChanged = true;
        return Keep(record.Position);
    }

    private KeptAnnouncement? Keep(long position)
    {
        if (_announcement.IsEmpty)
        {
            return null;
        }

        var kept = new KeptAnnouncement { Position = position, Bytes = AnnouncementEncoding.ToBytes(_announcement) };
        _kept.Enqueue(kept);
        return kept;
    }

    private void Forget(long committedRow)
    {
        while (_kept.TryPeek(out var oldest) && new Position(oldest.Position).Row <= committedRow)
        {
            _kept.Dequeue();
        }
    }

    private byte[]? EncodeEntry()
    {
        if (IsNobody)
        {
            return null;
        }

        _entry.Refresh(_customer, profileChanged: true, memberChanged: true);
        return StateEncoding.ToBytes(_entry, static (entry, writer) => entry.EncodeBody(writer));
    }
}
