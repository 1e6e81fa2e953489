namespace CxGrains.Abstractions.Delivery;

/// <summary>What became of an attempt.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="State">How far the message is now.</param>
public sealed record DeliveryResult(OutboxMessage Message, DeliveryAttempt Attempt, MessageState State)
{
    /// <summary>When to try again, Unix milliseconds UTC; for <see cref="MessageState.Scheduled"/>.</summary>
    public long DueMs { get; init; }

    /// <summary>Until when the destination wants to hear nothing at all, Unix milliseconds UTC; 0 where it did not say.</summary>
    public long HoldUntilMs { get; init; }

    /// <summary>Why the destination is to be disabled; null where it is not.</summary>
    public string? DisableBecause { get; init; }
}
