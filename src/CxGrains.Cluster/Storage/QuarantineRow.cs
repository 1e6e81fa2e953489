namespace CxGrains.Cluster.Storage;

/// <summary>An accepted interaction that could not be folded.</summary>
/// <param name="Position">Where it stands in the log, as one number.</param>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Line">Its JSON.</param>
/// <param name="Error">Why.</param>
public sealed record QuarantineRow(long Position, string Workspace, byte[] Line, string Error);
