using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>
/// With the demo's sign-in, takes only requests that name a loopback host. Otherwise any site could point a name of its own at
/// 127.0.0.1 (DNS rebinding) and its page would be signed in here.
/// </summary>
internal sealed class LoopbackHostGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return host is "localhost" or "127.0.0.1" or "[::1]"
            ? next(context)
            : new Problem(
                StatusCodes.Status421MisdirectedRequest,
                "misdirected",
                "Not this server.",
                $"with the demo's sign-in the Host header must be localhost, 127.0.0.1 or [::1]; it is '{Text.Shorten(host)}'")
            {
                Field = "Host",
            }.WriteAsync(context);
    }
}
