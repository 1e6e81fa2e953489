using CxGrains.Abstractions.Quarantine;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>Shows what could not be read, reads it again, and lets it go.</summary>
internal static class QuarantineEndpoints
{
    private const int Limit = 50;

    public static void MapQuarantine(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/quarantine").WithTags("Connections").RequireAuthorization(Access.Quarantine);
        group.MapGet("", ListAsync).WithSummary("What other tools sent and could not be read, the newest first")
            .AuditReading<QuarantinePage>(AuditActions.QuarantineRead, detailOf: page => AuditTrail.Count(page.Payloads.Count));
        group.MapDelete("", RemoveAllAsync).WithSummary("Let all of it go, or all of one source, or what is older than a payload").AuditChange(AuditActions.QuarantineRemoved);
        group.MapPost("/replay", ReplayAllAsync).WithSummary("Read all of it again, or all of one source").AuditChange(AuditActions.QuarantineReplayed);
        group.MapPost("/{id:long}/replay", ReplayAsync).WithSummary("Read one payload again").AuditChange(AuditActions.QuarantineReplayed);
        group.MapDelete("/{id:long}", RemoveAsync).WithSummary("Let one payload go").AuditChange(AuditActions.QuarantineRemoved);
    }

    private static async Task<Ok<QuarantinePage>> ListAsync(HttpContext context, IPayloadQuarantine quarantine)
    {
        var limit = QueryText.Integer(context.Request, "limit", 1, IPayloadQuarantine.ListMax, Limit);
        var list = await quarantine.ListAsync(Caller.Of(context).Workspace, QueryText.Find(context.Request, "source"), limit, BeforeOf(context.Request), context.RequestAborted);
        return TypedResults.Ok(QuarantinePage.Of(list, limit));
    }

    private static async Task<Ok<ReplayAnswer>> ReplayAllAsync(HttpContext context, Replays replays) =>
        TypedResults.Ok(await replays.AllAsync(Caller.Of(context).Workspace, QueryText.Find(context.Request, "source"), context.RequestAborted));

    private static async Task<Ok<ReplayAnswer>> ReplayAsync(long id, HttpContext context, IPayloadQuarantine quarantine, Replays replays)
    {
        var workspace = Caller.Of(context).Workspace;
        var payload = await quarantine.FindAsync(workspace, id, context.RequestAborted) ?? throw NotFound(id);
        return TypedResults.Ok(await replays.OneAsync(workspace, payload, context.RequestAborted));
    }

    private static async Task<NoContent> RemoveAsync(long id, HttpContext context, IPayloadQuarantine quarantine) =>
        await quarantine.RemoveAsync(Caller.Of(context).Workspace, id, context.RequestAborted) ? TypedResults.NoContent() : throw NotFound(id);

    private static async Task<NoContent> RemoveAllAsync(HttpContext context, Replays replays)
    {
        await replays.RemoveAllAsync(Caller.Of(context).Workspace, QueryText.Find(context.Request, "source"), BeforeOf(context.Request), context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static long? BeforeOf(HttpRequest request) =>
        QueryText.Find(request, "before") is null ? null : QueryText.Integer(request, "before", 1, int.MaxValue, 0);

    private static ProblemException NotFound(long id) => new(Problem.NotFound("payload", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
