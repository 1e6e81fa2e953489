using CxGrains.Domain;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.State;

/// <summary>Reads the checkpoints of one partition. One thread.</summary>
internal sealed class StateReader : IDisposable
{
    /// <summary>Bits of a customer's key that number it within its partition.</summary>
    public const int OrdinalBits = 40;

    private readonly Database _database;
    private readonly int _partition;
    private readonly Statement _customer;

    /// <summary>A reader over a connection that it closes.</summary>
    public StateReader(Database database, int partition)
    {
        _database = database;
        _partition = partition;
        _customer = database.Prepare("SELECT state FROM customer WHERE key = ?");
    }

    /// <summary>The key of a customer.</summary>
    public static long KeyOf(int partition, long ordinal) => ((long)partition << OrdinalBits) | ordinal;

    /// <summary>The partition's own state; null where it has no checkpoint yet.</summary>
    public byte[]? ReadHead()
    {
        using var select = _database.Prepare("SELECT state FROM head WHERE partition = ?");
        return select.Bind(1, _partition).Read() ? select.Bytes(0).ToArray() : null;
    }

    /// <summary>The list entries of all customers, in the order of their keys.</summary>
    public IEnumerable<(long Key, byte[] State)> ReadEntries()
    {
        using var select = _database.Prepare("SELECT key, state FROM entry WHERE key >= ? AND key < ? ORDER BY key");
        select.Bind(1, KeyOf(_partition, 0)).Bind(2, KeyOf(_partition + 1, 0));
        while (select.Read())
        {
            yield return (select.Number(0), select.Bytes(1).ToArray());
        }
    }

    /// <summary>All shards.</summary>
    public IEnumerable<(ShardKey Key, byte[] State)> ReadShards()
    {
        using var select = _database.Prepare("SELECT workspace, kind, id, state FROM shard WHERE partition = ?");
        select.Bind(1, _partition);
        while (select.Read())
        {
            yield return (new ShardKey(select.Text(0), (ShardKind)select.Number(1), select.Text(2)), select.Bytes(3).ToArray());
        }
    }

    /// <summary>All interactions in quarantine.</summary>
    public IEnumerable<QuarantinedRecord> ReadQuarantine()
    {
        using var select = _database.Prepare("SELECT position, workspace, line, error FROM quarantine WHERE partition = ?");
        select.Bind(1, _partition);
        while (select.Read())
        {
            yield return new QuarantinedRecord(new Position(select.Number(0)), select.Text(1), select.Bytes(2).ToArray(), select.Text(3));
        }
    }

    /// <summary>A customer's state.</summary>
    /// <exception cref="StorageException">It was never saved.</exception>
    public byte[] ReadCustomer(long key)
    {
        if (!_customer.Bind(1, key).Read())
        {
            throw new StorageException($"Customer {key} is listed and has no state");
        }

        var state = _customer.Bytes(0).ToArray();
        _customer.Reset();
        return state;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _customer.Dispose();
        _database.Dispose();
    }
}
