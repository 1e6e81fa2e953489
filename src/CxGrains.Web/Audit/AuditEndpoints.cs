using CxGrains.Abstractions.Audit;
using CxGrains.Domain;
using CxGrains.Web.Keys;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Audit;

/// <summary>Shows the audit log. Looking is written down too.</summary>
internal static class AuditEndpoints
{
    private const int Limit = 50;

    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapGet("/audit", ListAsync)
        .WithTags("Privacy").RequireAuthorization(Access.Audit).WithSummary("Who read and changed what of customers, the newest first");

    private static async Task<Ok<AuditPage>> ListAsync(HttpContext context, IAuditLog log, AuditTrail trail)
    {
        var request = context.Request;
        var customer = QueryText.Find(request, "customer") is { } id ? Text.CheckId(id, "customer") : null;
        var query = new AuditQuery
        {
            Customer = customer,
            Action = Short(request, "action"),
            By = Short(request, "by"),
            Before = QueryText.Before(request, "before"),
            Limit = QueryText.Integer(request, "limit", 1, IAuditLog.PageMax, Limit),
        };
        var entries = await log.ListAsync(Caller.Of(context).Workspace, query, context.RequestAborted);
        await trail.ReadAsync(context, AuditActions.AuditRead, customer, "");
        return TypedResults.Ok(new AuditPage([.. entries.Select(AuditEntryView.Of)], entries.Count == query.Limit ? entries[^1].Sequence : null));
    }

    private static string? Short(HttpRequest request, string name) => QueryText.Find(request, name) switch
    {
        null => null,
        { Length: <= AuditAct.NameCharsMax } text => text,
        { } text => throw new InvalidFieldException(name, $"has {text.Length} characters and may have {AuditAct.NameCharsMax}"),
    };
}
