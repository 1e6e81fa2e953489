namespace CxGrains.Abstractions.Moving;

/// <summary>
/// Takes a stopped data directory of the embedded runtime in, part by part, into a runtime that has no interactions of its own. From
/// the first part to the last the runtime accepts no interactions. Repeating a call, or the whole move from its beginning, changes nothing.
/// </summary>
public interface IMoveTarget
{
    /// <summary>Takes parts; durable when the task completes.</summary>
    /// <param name="source">The directory.</param>
    /// <param name="parts">Parts of it, in the order in which its archive gives them.</param>
    /// <param name="isLast">Whether these are the last: the move is over then, and the runtime goes on where the directory ended.</param>
    /// <param name="cancellationToken">Ends the attempt; what was taken stays so, and may be sent again.</param>
    /// <exception cref="Domain.InvalidFieldException">The runtime has another number of partitions, or a part does not belong to the directory.</exception>
    /// <exception cref="Definitions.ConflictException">The runtime has interactions of its own, or took another directory in, or parts are missing at the end.</exception>
    ValueTask<MoveState> TakeAsync(MoveSource source, IReadOnlyList<MovedPart> parts, bool isLast, CancellationToken cancellationToken);
}
