using CxGrains.Cluster.Partitions;
using CxGrains.Domain;
using CxGrains.Domain.Customers;

namespace CxGrains.Cluster.Shards;

/// <summary>One life of a shard in memory: guards it by position, so that what is handed over again counts once.</summary>
internal abstract class ShardEntity
{
    private long _changes;

    /// <summary>This life.</summary>
    public long Activation { get; } = ActivationNumber.Next();

    /// <summary>The worker it serves.</summary>
    public ServedWorker Served { get; } = new();

    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Its version.</summary>
    public ShardVersion Version => new(Activation, _changes);

    /// <summary>Shares names.</summary>
    public required NamePool Names { private protected get; init; }

    /// <summary>The last position that is in.</summary>
    protected abstract Position Position { get; }

    /// <summary>What lists show of it.</summary>
    protected abstract long Count { get; }

    /// <summary>The ids of open alerts that other partitions may have too; null for none.</summary>
    protected virtual string[]? SharedAlerts => null;

    /// <summary>Whether it holds records that another life does not.</summary>
    public bool IsAheadOf(ShardEntity other) => Position > other.Position;

    /// <summary>Takes records, or nothing where they are for another life; those at or before its position are in already.</summary>
    public ShardTaken Take(ShardRecords records)
    {
        var alertsChanged = false;
        var isMeant = records.BoundTo == 0 || records.BoundTo == Activation;
        var taken = Position.None;
        foreach (var record in isMeant ? records.Records : [])
        {
            // All of one position come together: an effect may erase several customers.
            var position = new Position(record.Position);
            if (position > Position || position == taken)
            {
                taken = position;
                alertsChanged |= Take(position, record.Customer, AnnouncementEncoding.FromBytes(record.Announcement, Names));
                IsChanged = true;
                _changes++;
            }
        }

        return new ShardTaken { Activation = Activation, Count = Count, AlertsChanged = alertsChanged, SharedAlerts = SharedAlerts };
    }

    /// <summary>The state as bytes; null where nothing was ever taken.</summary>
    public byte[]? ToState() => Position == Position.None ? null : StateEncoding.ToBytes(this, static (shard, writer) => shard.Encode(writer));

    /// <summary>What was last asked for with <see cref="ToState"/> is stored.</summary>
    public void MarkSaved() => IsChanged = false;

    /// <summary>Takes one announcement, moving on to its position; says whether alerts changed.</summary>
    protected abstract bool Take(Position position, string customer, Announcement announcement);

    /// <summary>Writes the state.</summary>
    protected abstract void Encode(BinaryWriter writer);
}
