using CxGrains.Cluster.Storage;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>The interactions that a partition could not fold and that are not committed yet: they are left out when their rows are read again.</summary>
internal sealed class Quarantine
{
    /// <summary>Bytes kept of an interaction, more than any that is accepted has; what is longer was never one, and is cut short.</summary>
    public const int LineBytesMax = 64 * 1024;

    /// <summary>Bytes held after which a commit is due; nothing is folded until they are stored.</summary>
    public const long BytesMax = 32 * 1024 * 1024;

    private readonly Dictionary<Position, QuarantineRow> _held = [];
    private long _bytes;

    /// <summary>What is held, to be stored before its position is committed.</summary>
    public IReadOnlyCollection<QuarantineRow> All => _held.Values;

    /// <summary>Whether as much is held as should be, so that it is time to commit.</summary>
    public bool IsMuch => _bytes >= BytesMax;

    /// <summary>Whether the interaction at a position is left out.</summary>
    public bool Holds(Position position) => _held.ContainsKey(position);

    /// <summary>Takes an interaction.</summary>
    public void Add(Position position, string workspace, ReadOnlyMemory<byte> line, string error)
    {
        if (_held.TryAdd(position, new QuarantineRow(position.Value, workspace, line[..Math.Min(line.Length, LineBytesMax)].ToArray(), error)))
        {
            _bytes += _held[position].Line.Length;
        }
    }

    /// <summary>Rows up to here are never read again.</summary>
    public void Forget(long committedRow)
    {
        foreach (var (position, row) in _held)
        {
            if (position.Row <= committedRow)
            {
                _held.Remove(position);
                _bytes -= row.Line.Length;
            }
        }
    }
}
