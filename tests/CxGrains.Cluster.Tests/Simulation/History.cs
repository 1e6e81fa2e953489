using CxGrains.Cluster.Partitions;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>What entities are, as bytes, behind each position that concerns them.</summary>
internal sealed class History
{
    private readonly Dictionary<EntityKey, List<(Position Position, byte[] Bytes)>> _entities = [];

    /// <summary>The entities.</summary>
    public IEnumerable<EntityKey> Entities => _entities.Keys;

    /// <summary>Adds what an entity is behind a position.</summary>
    public void Add(EntityKey entity, Position position, Action<BinaryWriter> encode)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        encode(writer);
        if (!_entities.TryGetValue(entity, out var states))
        {
            _entities.Add(entity, states = []);
        }

        // Several customers may concern a shard at one position: what counts is what it is behind all of them.
        if (states.Count > 0 && states[^1].Position == position)
        {
            states.RemoveAt(states.Count - 1);
        }

        states.Add((position, bytes.ToArray()));
    }

    /// <summary>Whether an entity is, at a position, what some bytes say.</summary>
    public bool Knows(EntityKey entity, Position position, ReadOnlySpan<byte> bytes)
    {
        foreach (var state in _entities.GetValueOrDefault(entity) ?? [])
        {
            if (state.Position == position)
            {
                return bytes.SequenceEqual(state.Bytes);
            }
        }

        return false;
    }

    /// <summary>The last position at or before a row that concerns an entity.</summary>
    public Position LastUpTo(EntityKey entity, long row) => _entities[entity].FindLast(state => state.Position.Row <= row).Position;
}
