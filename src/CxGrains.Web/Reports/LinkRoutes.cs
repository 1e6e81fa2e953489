using System.Text;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Reports;
using CxGrains.Web.Audit;
using CxGrains.Web.Reports.Drawing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Reports;

/// <summary><c>/r/TOKEN</c>, where whoever has an issue's link reads it, without a sign-in.</summary>
internal static class LinkRoutes
{
    private const string ContentType = "text/html; charset=utf-8";

    public static void MapReportLinks(this IEndpointRouteBuilder app) => app.MapGroup(ReportLinks.Path).WithTags("Reports").AllowAnonymous()
        .MapMethods("{token}", [HttpMethods.Get, HttpMethods.Head], OpenAsync)
        .WithSummary("An issue of a report, for whoever has its link")
        .Produces<string>(StatusCodes.Status200OK, ContentType)
        .Produces<string>(StatusCodes.Status404NotFound, ContentType);

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> OpenAsync(string token, HttpContext context, ReportStore store, AuditTrail trail)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await store.OpenAsync(token, context.RequestAborted) is not { IsRevoked: false } issue)
        {
            headers.ContentSecurityPolicy = PolicyOf(ReportStyle.Hash);
            return TypedResults.Content(Gone().Html, ContentType, Encoding.UTF8, StatusCodes.Status404NotFound);
        }

        if (issue.Customers.Count > 0)
        {
            await trail.OpenedAsync(issue.Workspace, context, AuditActions.ReportRead, $"{issue.Code}/{issue.Id}");
        }

        headers.ContentSecurityPolicy = PolicyOf(issue.StyleHash);
        return TypedResults.Bytes(issue.Page(), ContentType);
    }

    // Nothing but the page's own style sheet: no script, no picture, no form, no frame around it.
    private static string PolicyOf(string styleHash) =>
        $"default-src 'none'; style-src 'sha256-{styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Nobody knows in which language the link's holder reads.
    private static Markup Gone()
    {
        var lines = Markup.Join(Enum.GetValues<ReportLanguage>().Select(language => (Tag: ReportWords.TagOf(language), Words: ReportWords.Of(language)))
            .Select(one => Markup.Of($"<p lang=\"{one.Tag}\" dir=\"{(one.Words.IsRightToLeft ? "rtl" : "ltr")}\">{one.Words.Gone}</p>")));
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>CxGrains</title><style>{ReportStyle.Sheet}</style></head><body><main>{lines}</main></body></html>
            """);
    }
}
