using CxGrains.Abstractions.Keys;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>Answers Segment's SDKs as Segment does: 200 for what is well formed, 400 for what is not or is too large.</summary>
internal sealed class SegmentEndpoint(SegmentIntake intake, IngestBudget budget, IKeys keys)
{
    /// <summary>Takes one event, or a batch of them.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">The type of the one event; null for a batch.</param>
    /// <param name="isBatch">Whether it is a batch.</param>
    public async Task<IResult> PostAsync(HttpContext context, string? type, bool isBatch)
    {
        var caller = CallerOf(context);
        using var body = await ReadAsync(context, isBatch ? SegmentLimits.BatchBytesMax : SegmentLimits.EventBytesMax);
        var request = SegmentRequest.Read(body.Bytes.Span, isBatch);
        caller ??= CallerOf(request.WriteKey);
        if (caller is null)
        {
            return ScopeResultHandler.Unauthorized(context).ToResult();
        }

        ThrowUnlessMay(caller, context.Request);
        var quarantined = await intake.TakeAsync(caller.Workspace, body.Bytes, request, type, context.RequestAborted);
        return TypedResults.Ok(new SegmentAnswer(true, quarantined == 0 ? null : quarantined));
    }

    // Never the page's sign-in: a write is made with a key, as the SDKs do.
    private static Caller? CallerOf(HttpContext context) =>
        !KeyAuthenticationHandler.BringsKey(context.Request) ? null
        : context.User.Identity?.AuthenticationType == Schemes.Key ? Caller.Of(context)
        : throw new ProblemException(ScopeResultHandler.Unauthorized(context));

    // Older SDKs bring the key in the body.
    private Caller? CallerOf(string? writeKey) =>
        writeKey is { Length: > 0 and <= KeyText.CharsMax } && keys.Find(KeyText.Hash(writeKey)) is { } record ? Caller.Of(record) : null;

    private static void ThrowUnlessMay(Caller caller, HttpRequest request)
    {
        if (!caller.May(Scopes.Ingest))
        {
            throw new ProblemException(Problem.Forbidden("this needs a key with the scope ingest") with { Field = "scopes" });
        }

        // A browser shows the key to everyone who visits the site.
        if (request.Headers.Origin.Count > 0 && caller.Scopes != Scopes.Ingest)
        {
            throw new ProblemException(Problem.Forbidden("a key that a web page sends can be read by everyone, so it must have the scope ingest and no other") with { Field = "scopes" });
        }
    }

    private async ValueTask<PooledBody> ReadAsync(HttpContext context, int bytesMax)
    {
        try
        {
            return await BodyReader.ReadAsync(context.Request, budget, bytesMax);
        }
        catch (ProblemException large) when (large.Problem.Status == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ProblemException(large.Problem with { Status = StatusCodes.Status400BadRequest });
        }
    }
}
