using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain;
using CxGrains.Domain.Reports;
using CxGrains.Web.Audit;
using CxGrains.Web.Definitions;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using CxGrains.Web.Reports.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Reports;

/// <summary>Defines, shows and removes reports.</summary>
internal static class ReportEndpoints
{
    /// <summary>What an endpoint calls a report that is not there.</summary>
    public const string What = "report";

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reports").WithTags("Reports").RequireAuthorization(Access.Reports);
        group.MapGet("", ListAsync).WithSummary("The reports");
        group.MapGet("/{id}", GetAsync).WithSummary("One report");
        group.MapPut("/{id}", PutAsync).WithSummary("Define a report, or change it").AuditChange(AuditActions.ReportChanged);
        group.MapDelete("/{id}", DeleteAsync).WithSummary("Remove a report with its issues; no link of it opens any more").AuditChange(AuditActions.ReportRemoved);
        group.MapIssues();
    }

    /// <summary>The report of a path.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async ValueTask<ReportRecord> FindAsync(HttpContext context, ReportStore store, string id) =>
        await store.FindAsync(Caller.Of(context).Workspace, id, context.RequestAborted) ?? throw new ProblemException(Problem.NotFound(What, Text.Shorten(id)));

    private static async Task<Ok<ReportList>> ListAsync(HttpContext context, ReportStore store, ReportLinks links, TimeProvider time)
    {
        var all = await store.ListAsync(Caller.Of(context).Workspace, context.RequestAborted);
        return TypedResults.Ok(new ReportList([.. all.Select(record => ReportView.Of(record, NowMs(time)))], links.AreWhole));
    }

    private static async Task<Ok<ReportView>> GetAsync(string id, HttpContext context, ReportStore store, TimeProvider time)
    {
        var record = await FindAsync(context, store, id);
        Precondition.SetETag(context.Response, record.Report.Version);
        return TypedResults.Ok(ReportView.Of(record, NowMs(time)));
    }

    private static async Task<Results<Created<ReportView>, Ok<ReportView>>> PutAsync(
        string id, HttpContext context, ReportStore store, IDefinitions definitions, IDestinations destinations, IOptions<WebOptions> options, TimeProvider time)
    {
        var (workspace, nowMs) = (Caller.Of(context).Workspace, NowMs(time));
        var current = await store.FindAsync(workspace, id, context.RequestAborted);
        var expected = Precondition.Check(context.Request, current?.Report.Version);
        var asked = ReportReader.Read(await JsonBody.ParseAsync(context.Request, options.Value.DefinitionBytesMax), id);
        await ThrowIfUnknownAsync(context, workspace, asked, definitions, destinations);
        var record = current is null ? ReportRecord.New(workspace, asked, nowMs) : current.With(asked, nowMs);
        var stored = await store.PutAsync(record, expected ?? current?.Report.Version ?? 0, context.RequestAborted);
        Precondition.SetETag(context.Response, stored.Report.Version);
        return current is null
            ? TypedResults.Created($"{CxWebEndpoints.ApiPath}/reports/{id}", ReportView.Of(stored, nowMs))
            : TypedResults.Ok(ReportView.Of(stored, nowMs));
    }

    private static async Task<NoContent> DeleteAsync(string id, HttpContext context, ReportStore store)
    {
        var record = await FindAsync(context, store, id);
        Precondition.Check(context.Request, record.Report.Version);
        await store.RemoveAsync(record, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task ThrowIfUnknownAsync(HttpContext context, string workspace, Report report, IDefinitions definitions, IDestinations destinations)
    {
        var defined = await definitions.OfAsync(workspace, context.RequestAborted);
        if (report.Page.Id is { } id && !(report.Page.Kind == ReportPageKind.Survey ? defined.Surveys.ContainsKey(id) : defined.Segments.ContainsKey(id)))
        {
            throw new InvalidFieldException("page.id", $"there is no {(report.Page.Kind == ReportPageKind.Survey ? "survey" : "segment")} '{Text.Shorten(id)}' in this workspace");
        }

        for (var i = 0; i < report.Recipients.Count; i++)
        {
            if (await destinations.FindAsync(workspace, report.Recipients[i], context.RequestAborted) is not { Destination.Kind: DestinationKind.Email })
            {
                throw new InvalidFieldException($"recipients[{i}]", $"'{Text.Shorten(report.Recipients[i])}' is no destination of kind email in this workspace");
            }
        }
    }

    private static long NowMs(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
