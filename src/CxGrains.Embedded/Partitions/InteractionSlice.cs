using CxGrains.Domain.Interactions;

namespace CxGrains.Embedded.Partitions;

/// <summary>The part of one log row's interactions that belongs to one partition.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="ReceivedMs">When the row was received.</param>
/// <param name="IsImport">Whether it is an import.</param>
/// <param name="Interactions">All interactions of the row.</param>
/// <param name="Lines">The lines of this partition, ascending.</param>
internal sealed record InteractionSlice(string Workspace, long ReceivedMs, bool IsImport, IReadOnlyList<Interaction> Interactions, ArraySegment<int> Lines);
