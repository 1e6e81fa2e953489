using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.State;

/// <summary>The bytes of everything that changed in a partition since its last checkpoint, all as they stood at one position.</summary>
internal sealed class CheckpointImage : IDisposable
{
    private readonly ByteChunks _bytes;
    private readonly List<(long Key, ReadOnlyMemory<byte> State, ReadOnlyMemory<byte> Entry)> _customers = [];
    private readonly List<(ShardKey Key, ReadOnlyMemory<byte> State)> _shards = [];

    /// <summary>An image of a partition.</summary>
    public CheckpointImage(int partition, Position position, ChunkPool chunks)
    {
        _bytes = new ByteChunks(chunks);
        Partition = partition;
        Position = position;
    }

    /// <summary>The partition.</summary>
    public int Partition { get; }

    /// <summary>The last record the image holds.</summary>
    public Position Position { get; }

    /// <summary>The partition's own state.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>Records that could not be folded.</summary>
    public List<QuarantinedRecord> Quarantine { get; } = [];

    /// <summary>Customers that changed, in the order in which they were added until <see cref="SortCustomers"/>.</summary>
    public IReadOnlyList<(long Key, ReadOnlyMemory<byte> State, ReadOnlyMemory<byte> Entry)> Customers => _customers;

    /// <summary>Shards that changed.</summary>
    public IReadOnlyList<(ShardKey Key, ReadOnlyMemory<byte> State)> Shards => _shards;

    /// <summary>Adds the partition's own state.</summary>
    public void AddHead(PartitionState partition) => Head = _bytes.Write(partition, static (state, writer) => state.EncodeHead(writer));

    /// <summary>Adds a customer with its list entry.</summary>
    public void AddCustomer(ResidentEntry entry, Customer customer) => _customers.Add((
        entry.Key,
        _bytes.Write(customer, CustomerEncoding.Encode),
        _bytes.Write(entry, static (source, writer) => source.Encode(writer))));

    /// <summary>Puts the customers in the order of their keys.</summary>
    public void SortCustomers() => _customers.Sort(static (a, b) => a.Key.CompareTo(b.Key));

    /// <summary>Adds a shard.</summary>
    public void AddShard(ShardKey key, Action<BinaryWriter> encode) =>
        _shards.Add((key, _bytes.Write(encode, static (source, writer) => source(writer))));

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();
}
