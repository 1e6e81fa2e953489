namespace CxGrains.Abstractions.Delivery;

/// <summary>What a caller may send now.</summary>
/// <param name="Messages">At most one for each destination, which sends no other to anybody until this one is completed, or its lease has ended.</param>
/// <param name="NextMs">When there may be more without anybody telling, Unix milliseconds UTC; null where nothing waits for a time.</param>
public sealed record OutboxLease(IReadOnlyList<OutboxMessage> Messages, long? NextMs);
