namespace CxGrains.Abstractions.Delivery;

/// <summary>A message with what was tried, for people.</summary>
/// <param name="Sequence">Its place among all messages; only increases.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">How far it is.</param>
/// <param name="Notice">What it says.</param>
/// <param name="CreatedMs">When it was made, Unix milliseconds UTC.</param>
/// <param name="DueMs">When it is tried next, Unix milliseconds UTC; null where it is finished.</param>
/// <param name="Why">Why it was given up; null where it was not.</param>
/// <param name="Attempts">The attempts, the latest first.</param>
public sealed record DeliveryEntry(
    long Sequence, string Id, MessageState State, Notice Notice, long CreatedMs, long? DueMs, string? Why, IReadOnlyList<DeliveryAttempt> Attempts);
