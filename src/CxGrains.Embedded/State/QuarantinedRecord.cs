using CxGrains.Domain;

namespace CxGrains.Embedded.State;

/// <summary>An accepted interaction that could not be folded.</summary>
/// <param name="Position">Where it stands in the log.</param>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Line">Its JSON.</param>
/// <param name="Error">Why.</param>
internal sealed record QuarantinedRecord(Position Position, string Workspace, byte[] Line, string Error);
