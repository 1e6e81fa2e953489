using System.Globalization;
using CxGrains.Abstractions.Delivery;
using CxGrains.Web.Audit;
using CxGrains.Web.Delivery.Views;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Delivery;

/// <summary>Shows what was sent, sends tests, and lets dead letters go again.</summary>
internal static class DeliveryEndpoints
{
    private const int Page = 50;

    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Delivery").RequireAuthorization(Access.Destinations);
        group.MapGet("/destinations/{id}/deliveries", ListAsync).WithSummary("A page of a destination's messages with their attempts")
            .AuditReading<DeliveryPage>(AuditActions.DeliveriesRead, detailOf: page => AuditTrail.Count(page.Deliveries.Count));
        group.MapPost("/destinations/{id}/test", TestAsync).WithSummary("Send a test on the way that alerts take");
        group.MapPost("/destinations/{id}/replay", ReplayAllAsync).WithSummary("Send all dead letters of a destination again, and what waits for its next attempt, now").AuditChange(AuditActions.DeliveryReplayed);
        group.MapPost("/deliveries/{id}/replay", ReplayAsync).WithSummary("Send a dead letter again, or what waits for its next attempt, now").AuditChange(AuditActions.DeliveryReplayed);
    }

    private static async Task<Ok<DeliveryPage>> ListAsync(string id, HttpContext context, IDestinations destinations, IOutbox outbox)
    {
        await DestinationEndpoints.FindAsync(context, destinations, id);
        var request = context.Request;
        var limit = QueryText.Integer(request, "limit", 1, OutboxLimits.PageMax, Page);
        var filter = QueryText.OneOf<DeliveryFilter>(request, "state") ?? DeliveryFilter.All;
        var before = QueryText.Before(request, "cursor");
        var page = await outbox.DeliveriesAsync(Caller.Of(context).Workspace, id, filter, before, limit, context.RequestAborted);
        var next = page.Count == limit ? page[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new DeliveryPage([.. page.Select(DeliveryView.Of)], next));
    }

    private static async Task<Accepted<QueuedView>> TestAsync(string id, HttpContext context, IDestinations destinations, IOutbox outbox, TimeProvider time)
    {
        var status = await DestinationEndpoints.FindAsync(context, destinations, id);
        if (!status.Destination.Enabled)
        {
            throw new ProblemException(Problem.Conflict($"destination '{id}' is disabled, and is sent nothing"));
        }

        if (status.Waiting >= OutboxLimits.WaitingMax)
        {
            throw new ProblemException(Problem.Busy($"{status.Waiting} messages wait for destination '{id}', which is the limit", 60));
        }

        var nowMs = NowMs(time);
        var message = await outbox.AddAsync(Caller.Of(context).Workspace, id, Notice.Test(MessageId.New(), nowMs), nowMs, context.RequestAborted);
        return TypedResults.Accepted((string?)null, new QueuedView(message, 1));
    }

    private static async Task<Accepted<QueuedView>> ReplayAllAsync(string id, HttpContext context, IDestinations destinations, IOutbox outbox, TimeProvider time)
    {
        await DestinationEndpoints.FindAsync(context, destinations, id);
        var count = await outbox.ReplayAllAsync(Caller.Of(context).Workspace, id, NowMs(time), context.RequestAborted);
        return TypedResults.Accepted((string?)null, new QueuedView(null, count));
    }

    private static async Task<Accepted<QueuedView>> ReplayAsync(string id, HttpContext context, IOutbox outbox, TimeProvider time) =>
        await outbox.ReplayAsync(Caller.Of(context).Workspace, id, NowMs(time), context.RequestAborted) switch
        {
            MessageState.Dead or MessageState.Scheduled => TypedResults.Accepted((string?)null, new QueuedView(id, 1)),
            null => throw new ProblemException(Problem.NotFound("delivery", Text.Shorten(id))),
            MessageState.Delivered => throw new ProblemException(Problem.Conflict("the message was delivered; only what was not is sent again")),
            MessageState.Withdrawn => throw new ProblemException(Problem.Conflict("the message was withdrawn, because its alert is over")),
            _ => throw new ProblemException(Problem.Conflict("the message is being sent already")),
        };

    private static long NowMs(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
