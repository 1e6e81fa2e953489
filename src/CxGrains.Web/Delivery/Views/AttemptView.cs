using CxGrains.Abstractions.Delivery;

namespace CxGrains.Web.Delivery.Views;

/// <summary>One attempt to deliver a message.</summary>
/// <param name="RequestId">The attempt's id, which its request had as <c>X-Request-Id</c>.</param>
/// <param name="Number">Which one it was, from 1.</param>
/// <param name="At">When it began.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Status">The status it was answered with; absent where there was no answer.</param>
/// <param name="Excerpt">How the answer began.</param>
/// <param name="Error">Why there was no answer.</param>
internal sealed record AttemptView(string RequestId, int Number, DateTimeOffset At, int DurationMs, int? Status, string Excerpt, string? Error)
{
    /// <summary>The view of an attempt.</summary>
    public static AttemptView Of(DeliveryAttempt attempt) => new(
        attempt.RequestId, attempt.Number, DateTimeOffset.FromUnixTimeMilliseconds(attempt.AtMs), attempt.DurationMs, attempt.Status, attempt.Excerpt, attempt.Error);
}
