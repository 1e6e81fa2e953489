namespace CxGrains.Abstractions.Quarantine;

/// <summary>What another tool sent and could not be read, kept as it came.</summary>
/// <param name="Id">Its number, given when it is stored; a later one is higher. 0 before.</param>
/// <param name="Source">Who sent it, such as <c>segment</c> or <c>connection/typeform-1</c>.</param>
/// <param name="ReceivedMs">When it came, Unix milliseconds UTC.</param>
/// <param name="Reason">Why it could not be read, in words.</param>
/// <param name="Body">The payload; in lists only its first <see cref="IPayloadQuarantine.PreviewBytesMax"/> bytes.</param>
/// <param name="Length">The payload's bytes.</param>
public sealed record QuarantinedPayload(long Id, string Source, long ReceivedMs, string Reason, ReadOnlyMemory<byte> Body, int Length);
