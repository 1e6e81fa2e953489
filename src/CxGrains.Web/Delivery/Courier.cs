using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Web.Delivery.Senders;
using CxGrains.Web.Reports;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>Makes one attempt to deliver a message, and decides what becomes of it.</summary>
internal sealed class Courier(IEnumerable<ISender> senders, IAlertHandling alerts, ReportMails reports, RetrySchedule schedule, IOptions<DeliveryOptions> options, TimeProvider time)
{
    private const string Gone = "the receiver answered 410 Gone: it wants no more";

    /// <summary>Makes the attempt.</summary>
    /// <exception cref="OperationCanceledException">The program stops; nothing is known of the attempt.</exception>
    public async Task<DeliveryResult> DeliverAsync(OutboxMessage message, CancellationToken stopping)
    {
        var number = message.Attempts + 1;
        var requestId = $"{message.Id}.{number}";
        var (atMs, started) = (NowMs, time.GetTimestamp());
        var outcome = await SendAsync(message, requestId, stopping);
        if (outcome.IsWithdrawn)
        {
            return new DeliveryResult(message, null, MessageState.Withdrawn);
        }

        var durationMs = (int)time.GetElapsedTime(started).TotalMilliseconds;
        var attempt = new DeliveryAttempt(requestId, number, atMs, durationMs, outcome.Status, outcome.Excerpt, outcome.Error);
        return Decide(message, attempt, outcome);
    }

    private long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<SendOutcome> SendAsync(OutboxMessage message, string requestId, CancellationToken stopping)
    {
        var timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            return await IsOverAsync(message, either.Token) ? SendOutcome.Withdrawn : await senders.First(sender => sender.Sends(message.Destination.Kind)).SendAsync(message, requestId, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return SendOutcome.Failed($"no answer within {timeout.TotalSeconds} s");
        }
#pragma warning disable CA1031 // Whatever else goes wrong is told to whoever looks at the destination, and tried again like any failure.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return SendOutcome.Failed(error.Message);
        }
    }

    // Of alerts only what quiet hours held: else nobody had the time to be through with it before it was sent. What somebody has replayed is wanted.
    private async Task<bool> IsOverAsync(OutboxMessage message, CancellationToken cancellationToken) => message.Notice.ReportCode is not null
        ? await reports.FindAsync(message.Workspace, message.Notice, cancellationToken) is null
        : message.Notice.HeldUntilMs > 0 && message.Tries == message.Attempts
        && await alerts.FindAsync(message.Workspace, message.Notice.Id, cancellationToken) is { State: AlertsPart.Resolved or AlertsPart.Closed };

    private DeliveryResult Decide(OutboxMessage message, DeliveryAttempt attempt, SendOutcome outcome)
    {
        if (outcome.IsDelivered)
        {
            return new DeliveryResult(message, attempt, MessageState.Delivered);
        }

        if (outcome.IsGone)
        {
            return new DeliveryResult(message, attempt, MessageState.Dead) { DisableBecause = Gone };
        }

        var holdUntilMs = outcome.RetryAfter is { } asked ? NowMs + (long)RetrySchedule.Bounded(asked).TotalMilliseconds : 0;
        return schedule.PauseAfter(message.Tries + 1, outcome.RetryAfter) is { } pause
            ? new DeliveryResult(message, attempt, MessageState.Scheduled) { DueMs = NowMs + (long)pause.TotalMilliseconds, HoldUntilMs = holdUntilMs }
            : new DeliveryResult(message, attempt, MessageState.Dead) { HoldUntilMs = holdUntilMs };
    }
}
