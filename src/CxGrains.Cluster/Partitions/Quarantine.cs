using CxGrains.Cluster.Storage;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>The interactions that a partition could not fold and that are not committed yet: they are left out when their rows are read again.</summary>
internal sealed class Quarantine
{
    private readonly Dictionary<Position, QuarantineRow> _held = [];

    /// <summary>What is held, to be stored before its position is committed.</summary>
    public IReadOnlyCollection<QuarantineRow> All => _held.Values;

    /// <summary>Whether the interaction at a position is left out.</summary>
    public bool Holds(Position position) => _held.ContainsKey(position);

    /// <summary>Takes an interaction.</summary>
    public void Add(Position position, string workspace, ReadOnlyMemory<byte> line, string error) =>
        _held[position] = new QuarantineRow(position.Value, workspace, line.ToArray(), error);

    /// <summary>Rows up to here are never read again.</summary>
    public void Forget(long committedRow)
    {
        foreach (var position in _held.Keys)
        {
            if (position.Row <= committedRow)
            {
                _held.Remove(position);
            }
        }
    }
}
