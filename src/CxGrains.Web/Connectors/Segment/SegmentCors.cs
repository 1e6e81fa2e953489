using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>
/// Lets pages of other sites call Segment's API, as its browser SDK does from every site. Only there: it takes no cookie, so that a page can do
/// nothing that its key does not allow.
/// </summary>
internal sealed class SegmentCors(RequestDelegate next)
{
    private const string PreflightSecondsMax = "86400";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(SegmentRoutes.Path, StringComparison.OrdinalIgnoreCase) || context.Request.Headers.Origin.Count == 0)
        {
            return next(context);
        }

        // At the last moment, because an answer that becomes an error starts over without headers.
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Retry-After";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = "Authorization, Content-Type, X-Retry-Count";
            headers.AccessControlMaxAge = PreflightSecondsMax;
        }

        return Task.CompletedTask;
    }
}
