namespace CxGrains.Abstractions.Quarantine;

/// <summary>What a workspace has in quarantine.</summary>
/// <param name="Payloads">Payloads, the newest first, each with a preview of its body.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Bytes">Their bytes in all.</param>
/// <param name="Dropped">How many were ever let go because of the bounds, the oldest first.</param>
public sealed record QuarantineList(IReadOnlyList<QuarantinedPayload> Payloads, int Count, long Bytes, long Dropped);
