using System.Buffers.Binary;
using CxGrains.Cluster.Partitions;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>Where an entity's stored bytes hold its position.</summary>
internal static class StoredState
{
    /// <summary>The position of an entity's stored bytes.</summary>
    public static Position PositionOf(EntityKey entity, ReadOnlySpan<byte> state) =>
        new(BinaryPrimitives.ReadInt64LittleEndian(state[OffsetOf(entity, state)..]));

    /// <summary>Puts another position in.</summary>
    public static void SetPosition(EntityKey entity, Span<byte> state, Position position) =>
        BinaryPrimitives.WriteInt64LittleEndian(state[OffsetOf(entity, state)..], position.Value);

    // Behind version and id; behind version and interactions of the workspace, and the version of its population; behind version,
    // metric and scale; behind the version.
    private static int OffsetOf(EntityKey entity, ReadOnlySpan<byte> state) => entity.Kind switch
    {
        EntityKind.Customer => 2 + state[1],
        EntityKind.Workspace => 10,
        EntityKind.Survey => 3,
        _ => 1,
    };
}
