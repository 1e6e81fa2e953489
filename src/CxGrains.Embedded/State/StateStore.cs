using System.Buffers.Binary;
using System.Security.Cryptography;
using CxGrains.Domain.Privacy;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.State;

/// <summary>The checkpoints' file. Writes take turns; each partition reads through a <see cref="StateReader"/> of its own.</summary>
internal sealed class StateStore : IDisposable
{
    private const int PageBytes = 8 * 1024;

    private readonly string _path;
    private readonly Database _database;
    private readonly Lock _writing = new();
    private readonly Statement _customer;
    private readonly Statement _entry;
    private readonly Statement _shard;
    private readonly Statement _head;
    private readonly Statement _quarantine;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file, made where it is absent.</param>
    public StateStore(string path)
    {
        _path = path;
        _database = Database.Open(path, PageBytes);
        _database.Execute("CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
        _database.Execute("CREATE TABLE IF NOT EXISTS head (partition INTEGER PRIMARY KEY, state BLOB NOT NULL)");
        _database.Execute("CREATE TABLE IF NOT EXISTS customer (key INTEGER PRIMARY KEY, state BLOB NOT NULL)");
        _database.Execute("CREATE TABLE IF NOT EXISTS entry (key INTEGER PRIMARY KEY, state BLOB NOT NULL)");
        _database.Execute("CREATE TABLE IF NOT EXISTS shard (partition INTEGER, workspace TEXT, kind INTEGER, id TEXT, state BLOB NOT NULL, PRIMARY KEY (partition, workspace, kind, id))");
        _database.Execute("CREATE TABLE IF NOT EXISTS quarantine (partition INTEGER, position INTEGER, workspace TEXT NOT NULL, line BLOB NOT NULL, error TEXT NOT NULL, PRIMARY KEY (partition, position))");
        _customer = _database.Prepare("INSERT INTO customer (key, state) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = excluded.state");
        _entry = _database.Prepare("INSERT INTO entry (key, state) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = excluded.state");
        _shard = _database.Prepare("INSERT INTO shard (partition, workspace, kind, id, state) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state");
        _head = _database.Prepare("INSERT INTO head (partition, state) VALUES (?, ?) ON CONFLICT (partition) DO UPDATE SET state = excluded.state");
        _quarantine = _database.Prepare("INSERT OR IGNORE INTO quarantine (partition, position, workspace, line, error) VALUES (?, ?, ?, ?, ?)");
    }

    /// <summary>Where images are made.</summary>
    public ChunkPool Chunks { get; } = new();

    /// <summary>The stored number of a setting, stored now where it was absent.</summary>
    public long Setting(string name, long initial)
    {
        lock (_writing)
        {
            using var insert = _database.Prepare("INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)");
            insert.Bind(1, name).Bind(2, initial).Run();
            using var select = _database.Prepare("SELECT value FROM setting WHERE name = ?");
            select.Bind(1, name).Read();
            return select.Number(0);
        }
    }

    /// <summary>The stored number of a setting; null where it was never stored.</summary>
    public long? FindSetting(string name)
    {
        lock (_writing)
        {
            using var select = _database.Prepare("SELECT value FROM setting WHERE name = ?");
            return select.Bind(1, name).Read() ? select.Number(0) : null;
        }
    }

    /// <summary>Stores the number of a setting.</summary>
    public void PutSetting(string name, long value)
    {
        lock (_writing)
        {
            using var insert = _database.Prepare("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
            insert.Bind(1, name).Bind(2, value).Run();
        }
    }

    /// <summary>What ids of erased customers are hashed with: random, and the same as long as the file lives.</summary>
    public byte[] Salt()
    {
        var salt = RandomNumberGenerator.GetBytes(Tombstones.SaltBytes);
        var (first, second) = (BinaryPrimitives.ReadInt64LittleEndian(salt), BinaryPrimitives.ReadInt64LittleEndian(salt.AsSpan(8)));
        BinaryPrimitives.WriteInt64LittleEndian(salt, Setting("salt1", first));
        BinaryPrimitives.WriteInt64LittleEndian(salt.AsSpan(8), Setting("salt2", second));
        return salt;
    }

    /// <summary>What all partitions remember of erased customers, by workspace.</summary>
    public ILookup<string, Tombstones> ReadTombstones()
    {
        lock (_writing)
        {
            var found = new List<(string Workspace, Tombstones Tombstones)>();
            using var select = _database.Prepare("SELECT workspace, state FROM shard WHERE kind = ?");
            select.Bind(1, (long)ShardKind.Tombstones);
            while (select.Read())
            {
                found.Add((select.Text(0), Tombstones.Decode(new BinaryReader(new MemoryStream(select.Bytes(1).ToArray())))));
            }

            return found.ToLookup(part => part.Workspace, part => part.Tombstones);
        }
    }

    /// <summary>Removes records in quarantine, and writes the file anew without a byte of what was ever removed.</summary>
    /// <param name="isMeant">Whether a line of a workspace is meant.</param>
    public void Sweep(Func<string, byte[], bool> isMeant)
    {
        lock (_writing)
        {
            var meant = new List<(long Partition, long Position)>();
            using (var select = _database.Prepare("SELECT partition, position, workspace, line FROM quarantine"))
            {
                while (select.Read())
                {
                    if (isMeant(select.Text(2), select.Bytes(3).ToArray()))
                    {
                        meant.Add((select.Number(0), select.Number(1)));
                    }
                }
            }

            using (var delete = _database.Prepare("DELETE FROM quarantine WHERE partition = ? AND position = ?"))
            {
                meant.ForEach(record => delete.Bind(1, record.Partition).Bind(2, record.Position).Run());
            }

            _database.Rebuild();
        }
    }

    /// <summary>A reader of one partition, for one thread.</summary>
    public StateReader OpenReader(int partition) => new(Database.Open(_path, PageBytes), partition);

    /// <summary>Writes an image in one transaction.</summary>
    public void Write(CheckpointImage image)
    {
        // In the order of their keys, so that each page of the file is changed once and not again and again.
        image.SortCustomers();
        lock (_writing)
        {
            _database.InTransaction(() => WriteParts(image));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _customer.Dispose();
        _entry.Dispose();
        _shard.Dispose();
        _head.Dispose();
        _quarantine.Dispose();
        _database.Dispose();
    }

    private void WriteParts(CheckpointImage image)
    {
        foreach (var (key, state, entry) in image.Customers)
        {
            _customer.Bind(1, key).Bind(2, state.Span).Run();
            _entry.Bind(1, key).Bind(2, entry.Span).Run();
        }

        foreach (var (key, state) in image.Shards)
        {
            _shard.Bind(1, image.Partition).Bind(2, key.Workspace).Bind(3, (long)key.Kind).Bind(4, key.Id).Bind(5, state.Span).Run();
        }

        foreach (var record in image.Quarantine)
        {
            _quarantine.Bind(1, image.Partition).Bind(2, record.Position.Value).Bind(3, record.Workspace).Bind(4, record.Line).Bind(5, record.Error).Run();
        }

        _head.Bind(1, image.Partition).Bind(2, image.Head.Span).Run();
    }
}
