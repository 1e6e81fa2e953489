namespace CxGrains.Abstractions.Moving;

/// <summary>An accepted interaction that could not be folded.</summary>
/// <param name="Partition">Its partition, from 0.</param>
/// <param name="Position">Where it stands in the log, as one number.</param>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Line">Its JSON.</param>
/// <param name="Error">Why.</param>
public sealed record MovedQuarantine(int Partition, long Position, string Workspace, byte[] Line, string Error) : MovedPart;
