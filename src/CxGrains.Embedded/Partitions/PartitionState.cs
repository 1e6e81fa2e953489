using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>All that one partition holds, at one position of the log. Owned by the partition's worker.</summary>
internal sealed class PartitionState
{
    private const byte NewestVersion = 2;

    private readonly Dictionary<string, WorkspaceState> _workspaces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Position> _taken = [];
    private long _nextOrdinal = 1;

    /// <summary>A partition before its first record.</summary>
    public PartitionState(int number, NamePool names, StateReader reader, byte[] salt, int residentsMax)
    {
        Number = number;
        Salt = salt;
        Names = names;
        Residents = new Residents(reader, names, Sources, residentsMax);
    }

    /// <summary>The partition's number, from 0.</summary>
    public int Number { get; }

    /// <summary>What ids of erased customers are hashed with.</summary>
    public byte[] Salt { get; }

    /// <summary>The newest row of the log that named an erased customer; 0 for none.</summary>
    public long NamedRow { get; set; }

    /// <summary>The last record folded.</summary>
    public Position Position { get; set; }

    /// <summary>The log's clock, Unix milliseconds UTC: the latest receive time so far. It never goes back.</summary>
    public long ClockMs { get; private set; }

    /// <summary>Shares names.</summary>
    public NamePool Names { get; }

    /// <summary>Shares timeline sources.</summary>
    public TimelineSources Sources { get; } = new();

    /// <summary>Customers in memory.</summary>
    public Residents Residents { get; }

    /// <summary>Customers that time alone will change.</summary>
    public DueList<ResidentEntry> Due { get; } = new();

    /// <summary>The workspaces met here.</summary>
    public IReadOnlyDictionary<string, WorkspaceState> Workspaces => _workspaces;

    /// <summary>Customers of all workspaces, and ids that were merged away.</summary>
    public int CustomersCount => _workspaces.Values.Sum(workspace => workspace.CustomersCount);

    /// <summary>The part of a workspace, made where it is new.</summary>
    public WorkspaceState WorkspaceOf(string id)
    {
        if (!_workspaces.TryGetValue(id, out var workspace))
        {
            workspace = new WorkspaceState(id);
            _workspaces.Add(id, workspace);
        }

        return workspace;
    }

    /// <summary>Moves the log's clock on.</summary>
    public void AdvanceClock(long receivedMs) => ClockMs = Math.Max(ClockMs, receivedMs);

    /// <summary>Takes note of an effect of another partition's record, and says whether it is news: each partition's come in the order of their causes.</summary>
    /// <param name="source">The other partition.</param>
    /// <param name="cause">Where the record that caused it stands there.</param>
    public bool TryTake(int source, Position cause)
    {
        if (_taken.TryGetValue(source, out var highest) && cause <= highest)
        {
            return false;
        }

        _taken[source] = cause;
        return true;
    }

    /// <summary>A new customer's entry, added to its workspace.</summary>
    public ResidentEntry AddCustomer(WorkspaceState workspace, string id)
    {
        var entry = new ResidentEntry(workspace, StateReader.KeyOf(Number, _nextOrdinal++), id);
        workspace.Add(entry);
        Residents.Add(entry);
        return entry;
    }

    /// <summary>Writes what the partition holds besides customers and shards.</summary>
    public void EncodeHead(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write(Position.Value);
        writer.Write(ClockMs);
        writer.Write(_nextOrdinal);
        writer.Write7BitEncodedInt(_taken.Count);
        foreach (var (source, cause) in _taken)
        {
            writer.Write7BitEncodedInt(source);
            writer.Write(cause.Value);
        }
    }

    /// <summary>Reads what <see cref="EncodeHead"/> wrote.</summary>
    public void DecodeHead(BinaryReader reader)
    {
        var version = reader.ReadVersion("Partition head", NewestVersion);

        Position = new Position(reader.ReadInt64());
        ClockMs = reader.ReadInt64();
        _nextOrdinal = reader.ReadInt64();
        for (var left = version >= 2 ? reader.Read7BitEncodedInt() : 0; left > 0; left--)
        {
            _taken[reader.Read7BitEncodedInt()] = new Position(reader.ReadInt64());
        }
    }
}
