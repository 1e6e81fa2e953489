using CxGrains.Abstractions.Reports;
using CxGrains.Web.Audit;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using CxGrains.Web.Reports.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Reports;

/// <summary>Makes, lists and deletes issues of reports.</summary>
internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder reports)
    {
        reports.MapPost("/{id}/issue", IssueAsync).WithSummary("Issue a report now, whatever its schedule says").AuditChange(AuditActions.ReportIssued);
        reports.MapGet("/{id}/issues", ListAsync).WithSummary("The issues of a report, each with its link");
        reports.MapDelete("/{id}/issues/{issue}", DeleteAsync).WithSummary("Delete an issue; its link opens nothing any more")
            .AuditChange(AuditActions.ReportIssueRemoved, context => $"{context.Request.RouteValues["id"]}/{context.Request.RouteValues["issue"]}");
    }

    private static async Task<Created<IssueView>> IssueAsync(string id, HttpContext context, ReportStore store, ReportDesk desk, ReportLinks links, TimeProvider time)
    {
        var sends = QueryText.Flag(context.Request, "send");
        var record = await ReportEndpoints.FindAsync(context, store, id);
        try
        {
            var issue = await desk.IssueNowAsync(record, time.GetUtcNow().ToUnixTimeMilliseconds(), sends, context.RequestAborted)
                ?? throw new ProblemException(Problem.NotFound(ReportEndpoints.What, Text.Shorten(id)));
            var view = IssueView.Of(record, issue, links);
            return TypedResults.Created(view.Link, view);
        }
        catch (ReportException error)
        {
            throw new ProblemException(Problem.Conflict(error.Message));
        }
    }

    private static async Task<Ok<IssueList>> ListAsync(string id, HttpContext context, ReportStore store, ReportLinks links)
    {
        var record = await ReportEndpoints.FindAsync(context, store, id);
        var issues = await store.IssuesAsync(record, context.RequestAborted);
        return TypedResults.Ok(new IssueList([.. issues.Where(issue => !issue.IsRevoked).Select(issue => IssueView.Of(record, issue, links))]));
    }

    private static async Task<NoContent> DeleteAsync(string id, string issue, HttpContext context, ReportStore store)
    {
        var record = await ReportEndpoints.FindAsync(context, store, id);
        return await store.RevokeAsync(record, issue, context.RequestAborted)
            ? TypedResults.NoContent()
            : throw new ProblemException(Problem.NotFound("issue", Text.Shorten(issue)));
    }
}
