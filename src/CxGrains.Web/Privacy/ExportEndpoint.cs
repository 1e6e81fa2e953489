using CxGrains.Abstractions.Queries;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Privacy;

/// <summary>Gives everything that is known of one customer.</summary>
internal static class ExportEndpoint
{
    private const string Verb = "export";

    public static void MapExport(this IEndpointRouteBuilder api) => api.MapGet("/customers/{id}/" + Verb, ExportAsync)
        .WithTags("Privacy").RequireAuthorization(Access.Export).WithSummary("Everything that is known of one customer, in one document")
        .AuditReading<CustomerExport>(AuditActions.CustomerExport, export => export.Record.Customer.Id, repeats: false);

    private static async Task<Ok<CustomerExport>> ExportAsync(HttpContext context, IQueries queries, CustomerTraces traces, TimeProvider time)
    {
        var id = Text.CheckId(PathId.Of(context, "customers", Verb), "id");
        var (workspace, aborted) = (Caller.Of(context).Workspace, context.RequestAborted);
        var record = await queries.CustomerRecordAsync(workspace, id, aborted) ?? throw new ProblemException(Problem.NotFound("customer", id));
        var customer = record.Customer;
        var ids = new HashSet<string>([customer.Id, .. record.MergedIds], StringComparer.Ordinal);
        var (deliveries, areAllDeliveries) = await traces.DeliveriesAsync(workspace, ids, aborted);
        var (audit, isWholeAudit) = await traces.AuditAsync(workspace, ids, aborted);
        var export = new CustomerExport(
            workspace,
            time.GetUtcNow(),
            record,
            await traces.AlertsAsync(workspace, ids, aborted),
            deliveries,
            await traces.QuarantinedAsync(workspace, ids, customer.Email, aborted),
            audit,
            [.. new[] { (areAllDeliveries, "deliveries"), (isWholeAudit, "audit") }.Where(part => !part.Item1).Select(part => part.Item2)]);

        // No name of its own: a customer's id may hold anything, and file names are seen by others.
        context.Response.Headers.ContentDisposition = "attachment; filename=\"customer.json\"";
        return TypedResults.Ok(export);
    }
}
