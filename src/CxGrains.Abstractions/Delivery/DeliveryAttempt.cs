namespace CxGrains.Abstractions.Delivery;

/// <summary>One attempt to deliver a message.</summary>
/// <param name="RequestId">The id of this attempt, sent along with it.</param>
/// <param name="Number">Which one it was, from 1.</param>
/// <param name="AtMs">When it began, Unix milliseconds UTC.</param>
/// <param name="DurationMs">How long it took, milliseconds from 0.</param>
/// <param name="Status">The HTTP status, or the reply code of the mail server; null where there was no answer.</param>
/// <param name="Excerpt">How the answer began, at most <see cref="OutboxLimits.ExcerptCharsMax"/> characters.</param>
/// <param name="Error">Why there was no answer, in words; null where there was one.</param>
public sealed record DeliveryAttempt(string RequestId, int Number, long AtMs, int DurationMs, int? Status, string Excerpt, string? Error);
