using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
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
    IDefinitions definitions,
    NamePool names,
    IngestBudget budget,
    IOptions<WebOptions> options,
    TimeProvider time)
{
    /// <summary>Takes a request's interactions.</summary>
    public async Task<Results<Accepted<IngestAnswer>, ProblemHttpResult>> PostAsync(HttpContext context)
    {
        var workspace = Caller.Of(context).Workspace;
        var isImport = QueryText.Flag(context.Request, "import");
        var waits = Waits(context.Request);
        using var body = await BodyReader.ReadAsync(context.Request, budget, options.Value.BodyBytesMax);
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await ReadAsync(body.Bytes, workspace, receivedMs, context.RequestAborted);
        if (await AppendAsync(builder, workspace, receivedMs, isImport) is not { } position)
        {
            return NothingAccepted(builder);
        }

        bool? applied = waits ? await WaitAsync(position, context.RequestAborted) : null;
        return TypedResults.Accepted((string?)null, new IngestAnswer(builder.Accepted.Count, builder.Rejected, builder.RejectedCount, position, applied));
    }

    // Null where nothing is left to append. Each round leaves out at least one line, so there is an end to them.
    private async ValueTask<string?> AppendAsync(BatchBuilder builder, string workspace, long receivedMs, bool isImport)
    {
        while (builder.Accepted.Count > 0)
        {
            var batch = new InteractionBatch
            {
                Workspace = workspace,
                ReceivedMs = receivedMs,
                IsImport = isImport,
                Interactions = builder.Accepted,
                Lines = builder.Lines,
                LineLengths = builder.LineLengths,
            };
            try
            {
                // Not given up when the client goes: the runtime owns the pooled buffer until the append is done, however it ends.
                return await ingest.AppendAsync(batch, CancellationToken.None);
            }
            catch (LinesRefusedException refused)
            {
                builder.Refuse(refused.Lines, new InteractionError(refused.Field, refused.Problem));
            }
        }

        return null;
    }

    private static bool Waits(HttpRequest request) => QueryText.Find(request, "wait") switch
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

    private async ValueTask<BatchBuilder> ReadAsync(Memory<byte> body, string workspace, long receivedMs, CancellationToken cancellationToken)
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

        var builder = new BatchBuilder(body, events, receivedMs, names, options.Value.RejectedListedMax);
        await ReadAsync(builder, workspace, cancellationToken);
        if (split.Unreadable is { } rest)
        {
            builder.RejectRest(rest);
        }

        return builder;
    }

    private async ValueTask ReadAsync(BatchBuilder builder, string workspace, CancellationToken cancellationToken)
    {
        var known = await definitions.OfAsync(workspace, cancellationToken);
        while (builder.Read(known) is { } created)
        {
            try
            {
                var survey = await definitions.EnsureSurveyAsync(workspace, created, cancellationToken);

                // Noted here and not asked for again: another node may learn of it later.
                known = known with { Surveys = known.Surveys.SetItem(survey.Id, survey) };
            }
            catch (InvalidFieldException full)
            {
                builder.RejectNext(new InteractionError("survey", full.Problem));
            }
        }
    }

    private async ValueTask<bool> WaitAsync(string position, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.AppliedWaitSecondsMax), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            await ingest.WaitUntilAppliedAsync(position, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // Durable all the same; the answer says that the effect is still to come.
            return false;
        }
        catch (UnavailableException)
        {
            // Likewise: an error would make the sender repeat what was accepted, and what has no id would count twice.
            return false;
        }
    }
}
