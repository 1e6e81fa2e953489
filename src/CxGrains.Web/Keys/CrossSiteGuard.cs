using CxGrains.Web.Live;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>
/// Refuses what another site's page makes the browser send with our cookie. SameSite=Strict does not do that alone: every port of
/// <c>localhost</c> is the same site. Keys in a header are never sent by a browser on its own and pass.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.User.Identity?.AuthenticationType != Schemes.Session || IsHarmless(context.Request) || IsFromThisOrigin(context.Request)
            ? next(context)
            : Problem.Forbidden("a request with the sign-in cookie must come from this server's own page (Sec-Fetch-Site or Origin)").WriteAsync(context);

    // A read whose answer the other page cannot see. A WebSocket opens with GET, and its answers could be seen.
    private static bool IsHarmless(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a browser says that another site's page sends this. A program that is no browser says nothing, and is not refused.</summary>
    public static bool IsFromElsewhere(HttpRequest request) =>
        (request.Headers.Origin.Count > 0 || request.Headers["Sec-Fetch-Site"] is not { Count: 0 } and not ["none"]) && !IsFromThisOrigin(request);

    private static bool IsFromThisOrigin(HttpRequest request)
    {
        // Only the authority is compared: behind a proxy that ends TLS the scheme is another one.
        if (request.Headers.Origin.Count > 0)
        {
            return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, new Uri($"{origin.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase);
        }

        return request.Headers["Sec-Fetch-Site"] == "same-origin";
    }
}
