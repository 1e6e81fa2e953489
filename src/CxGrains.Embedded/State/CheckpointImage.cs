using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.State;

/// <summary>The bytes of everything that changed in a partition since its last checkpoint, taken at one position.</summary>
internal sealed class CheckpointImage : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;
    private readonly List<(long Key, Range State, Range Entry)> _customers = [];
    private readonly List<(ShardKey Key, Range State)> _shards = [];

    /// <summary>An image of a partition.</summary>
    public CheckpointImage(int partition, Position position)
    {
        Partition = partition;
        Position = position;
        _writer = new BinaryWriter(_bytes);
    }

    /// <summary>The partition.</summary>
    public int Partition { get; }

    /// <summary>The last record the image holds.</summary>
    public Position Position { get; }

    /// <summary>The partition's own state.</summary>
    public Range Head { get; private set; }

    /// <summary>Records that could not be folded.</summary>
    public List<QuarantinedRecord> Quarantine { get; } = [];

    /// <summary>Customers that changed.</summary>
    public IReadOnlyList<(long Key, Range State, Range Entry)> Customers => _customers;

    /// <summary>Shards that changed.</summary>
    public IReadOnlyList<(ShardKey Key, Range State)> Shards => _shards;

    /// <summary>The bytes of a range.</summary>
    public ReadOnlySpan<byte> Bytes(Range range) => _bytes.GetBuffer().AsSpan(range);

    /// <summary>Adds the partition's own state.</summary>
    public void AddHead(Action<BinaryWriter> encode) => Head = Write(encode);

    /// <summary>Adds a customer with its list entry.</summary>
    public void AddCustomer(CustomerEntry entry, Customer customer)
    {
        var start = Mark();
        CustomerEncoding.Encode(customer, _writer);
        var middle = Mark();
        entry.Encode(_writer);
        _customers.Add((entry.Key, start..middle, middle..Mark()));
    }

    /// <summary>Adds a shard.</summary>
    public void AddShard(ShardKey key, Action<BinaryWriter> encode) => _shards.Add((key, Write(encode)));

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private Range Write(Action<BinaryWriter> encode)
    {
        var start = Mark();
        encode(_writer);
        return start..Mark();
    }

    private int Mark()
    {
        _writer.Flush();
        return (int)_bytes.Position;
    }
}
