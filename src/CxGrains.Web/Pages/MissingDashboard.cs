using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Pages;

/// <summary>What stands in for the page where it was not built.</summary>
internal static class MissingDashboard
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>CxGrains</title>
        <body style="font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
        <h1>CxGrains is running</h1>
        <p>The dashboard was not built, because <code>npm</code> was missing when the program was. Install Node.js and build again;
        the build prints a warning as long as it is missing.</p>
        <p>The API works: see <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        </body>
        </html>
        """;

    /// <summary>Answers with the stand-in.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
