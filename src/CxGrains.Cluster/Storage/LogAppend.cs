using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Storage;

/// <summary>A row to append.</summary>
/// <param name="Partition">The partition, from 0.</param>
/// <param name="Row">The row.</param>
/// <param name="Interactions">Interactions in it that this partition folds, from 0; they count towards its backlog until they are cut.</param>
public sealed record LogAppend(int Partition, LogRow Row, int Interactions)
{
    /// <summary>Its interactions as read, one a line, exactly what reading the row's lines with the names this silo shares gives; null where nobody has read them.</summary>
    public IReadOnlyList<Interaction>? AsRead { get; init; }
}
