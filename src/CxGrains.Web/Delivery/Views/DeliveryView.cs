using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;

namespace CxGrains.Web.Delivery.Views;

/// <summary>A message to a destination, with what was tried.</summary>
/// <param name="Id">The message's id, which a webhook gets as <c>webhook-id</c>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Rule">The rule of its alert; <c>test</c> for a test.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Customer">The customer; absent where the alert is about none.</param>
/// <param name="Subject">What the alert is about.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="At">When the cause happened.</param>
/// <param name="Created">When the message was made.</param>
/// <param name="Due">When it is tried next; absent where it is finished.</param>
/// <param name="Why">Why it was given up or withdrawn; absent where it was neither.</param>
/// <param name="Attempts">What was tried, the latest first.</param>
internal sealed record DeliveryView(
    string Id,
    DeliveryStatus State,
    string Rule,
    AlertSeverity Severity,
    string? Customer,
    AlertSubject Subject,
    string Reason,
    DateTimeOffset At,
    DateTimeOffset Created,
    DateTimeOffset? Due,
    string? Why,
    IReadOnlyList<AttemptView> Attempts)
{
    /// <summary>The view of a message.</summary>
    public static DeliveryView Of(DeliveryEntry entry) => new(
        entry.Id,
        entry.State switch
        {
            MessageState.Delivered => DeliveryStatus.Delivered,
            MessageState.Dead => DeliveryStatus.Dead,
            MessageState.Withdrawn => DeliveryStatus.Withdrawn,
            _ => DeliveryStatus.Waiting,
        },
        entry.Notice.Rule,
        entry.Notice.Severity,
        entry.Notice.Subject is null ? entry.Notice.Customer : null,
        entry.Notice.About,
        entry.Notice.Reason,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.Notice.AtMs),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.CreatedMs),
        entry.DueMs is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
        entry.Why,
        [.. entry.Attempts.Select(AttemptView.Of)]);
}
