using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Pages;

/// <summary>Headers that keep the page to its own origin.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // 'self' covers the live hub's WebSocket too (CSP level 3). Styles are allowed inline because chart libraries place marks with them.
    private const string Policy =
        "default-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because an answer that becomes an error starts over without headers.
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            // A report's own policy is stricter still.
            headers.ContentSecurityPolicy = Policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Path.StartsWithSegments(CxWebEndpoints.ApiPath, StringComparison.OrdinalIgnoreCase))
        {
            // Live numbers and keys; nothing of it may be kept by a cache.
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
