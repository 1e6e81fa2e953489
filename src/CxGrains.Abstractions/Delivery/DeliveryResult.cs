namespace CxGrains.Abstractions.Delivery;

/// <summary>What became of an attempt.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempt">The attempt; null where none was made, because the message is withdrawn.</param>
/// <param name="State">How far the message is now.</param>
public sealed record DeliveryResult(OutboxMessage Message, DeliveryAttempt? Attempt, MessageState State)
{
    /// <summary>Attempts made since the message was first sent or last replayed, this one included.</summary>
    public int Tries => Message.Tries + (Attempt is null ? 0 : 1);

    /// <summary>Attempts ever made, this one included.</summary>
    public int Attempts => Attempt?.Number ?? Message.Attempts;

    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsDone => State is MessageState.Delivered or MessageState.Dead or MessageState.Withdrawn;

    /// <summary>Why it was given up or withdrawn; null where it was neither.</summary>
    public string? Why => State switch
    {
        MessageState.Dead => DisableBecause ?? "the last attempt of the schedule failed",
        MessageState.Withdrawn => "the alert was resolved or closed before the quiet hours ended",
        _ => null,
    };

    /// <summary>When to try again, Unix milliseconds UTC; for <see cref="MessageState.Scheduled"/>.</summary>
    public long DueMs { get; init; }

    /// <summary>Until when the destination wants to hear nothing at all, Unix milliseconds UTC; 0 where it did not say.</summary>
    public long HoldUntilMs { get; init; }

    /// <summary>Why the destination is to be disabled; null where it is not.</summary>
    public string? DisableBecause { get; init; }
}
