using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Ingest;

/// <summary>Takes interactions: reads them on the request's own thread, and answers when they are durable.</summary>
internal sealed class IngestEndpoint(
    IIngest ingest,
    InteractionIntake intake,
    SourceMeter sources,
    AuditTrail trail,
    IngestBudget budget,
    IOptions<WebOptions> options,
    TimeProvider time)
{
    /// <summary>Takes a request's interactions.</summary>
    public async Task<Results<Accepted<IngestAnswer>, ProblemHttpResult>> PostAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        var workspace = caller.Workspace;
        var isImport = QueryText.Flag(context.Request, "import");
        var waits = Waits(context.Request);
        using var body = await BodyReader.ReadAsync(context.Request, budget, options.Value.BodyBytesMax);
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await ReadAsync(body.Bytes, caller, receivedMs, context.RequestAborted);
        var position = await AppendAsync(builder, context, workspace, receivedMs, isImport);
        sources.Count(workspace, builder);
        if (position is null)
        {
            return NothingAccepted(builder);
        }

        bool? applied = waits ? await AppliedWait.IsAppliedAsync(ingest, position, options.Value, time, context.RequestAborted) : null;
        return TypedResults.Accepted((string?)null, new IngestAnswer(builder.Accepted.Count, builder.Rejected, builder.RejectedCount, position, applied));
    }

    /// <summary>Whether a request asks to be answered when what it brings has its effect.</summary>
    /// <exception cref="InvalidFieldException"><c>wait</c> is anything else.</exception>
    public static bool Waits(HttpRequest request) => QueryText.Find(request, "wait") switch
    {
        null => false,
        "applied" => true,
        { } other => throw new InvalidFieldException("wait", $"must be applied; it is '{Text.Shorten(other)}'"),
    };

    private static ProblemHttpResult NothingAccepted(BatchBuilder builder)
    {
        var first = builder.Rejected[0];
        var detail = builder.RejectedCount == 1
            ? $"{first.Field}: {first.Error}"
            : $"none of the {builder.RejectedCount} interactions was accepted; the first: {first.Field}: {first.Error}";
        return Problem.Invalid(first.Field, detail).ToResult(
            new("accepted", 0),
            new("rejected", builder.Rejected),
            new("rejectedCount", builder.RejectedCount));
    }

    // Whom it erases is written down first, as where a customer is erased by the path.
    private async ValueTask<string?> AppendAsync(BatchBuilder builder, HttpContext context, string workspace, long receivedMs, bool isImport)
    {
        var refused = builder.Accepted.Where(IsErasure).ToHashSet<Interaction>(ReferenceEqualityComparer.Instance);
        foreach (var erasure in refused)
        {
            await trail.RecordAsync(context, AuditActions.CustomerErased, erasure.Customer, "");
        }

        try
        {
            var position = await intake.AppendAsync(builder, workspace, receivedMs, isImport);
            refused.ExceptWith(builder.Accepted.Where(IsErasure));
            return position;
        }
        finally
        {
            foreach (var erasure in refused)
            {
                await trail.RefusedAsync(context, AuditActions.CustomerErased, erasure.Customer, "");
            }
        }
    }

    private static bool IsErasure(Interaction interaction) => interaction.Type == InteractionTypes.Erase;

    private async ValueTask<BatchBuilder> ReadAsync(Memory<byte> body, Caller caller, long receivedMs, CancellationToken cancellationToken)
    {
        var eventsMax = options.Value.EventsPerRequestMax;
        var events = new List<Range>();
        var split = BatchSplitter.Split(body.Span, eventsMax, events);
        if (split.TooMany)
        {
            throw new ProblemException(Problem.TooLarge("events", eventsMax, "interactions"));
        }

        if (events.Count == 0 && split.Unreadable is null)
        {
            throw new ProblemException(Problem.Invalid("body", "holds no interaction; send a JSON array, one object, or one object a line"));
        }

        var builder = await intake.ReadAsync(
            body, events, caller.Workspace, receivedMs, options.Value.RejectedListedMax, cancellationToken, mayErase: caller.May(Scopes.Admin));
        if (split.Unreadable is { } rest)
        {
            builder.RejectRest(rest);
        }

        return builder;
    }
}
