using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Pages;

/// <summary>
/// Serves the built dashboard. Its routes live in the page, so a browser that asks for one of them gets <c>index.html</c>.
/// Not an endpoint: a fallback endpoint would answer wrong methods on the API's paths, which must be told apart from unknown paths.
/// </summary>
internal static class DashboardFiles
{
    private const string Index = "/index.html";

    private static readonly string[] Reserved = ["/api", "/v1", "/c", "/r", "/hubs", "/openapi", "/healthz", "/readyz", "/assets"];

    // The page's own files only: what the API answers may hold a secret beside what somebody else chose, and compressed lengths would tell.
    private static readonly string[] CompressedTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    public static void AddDashboard(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = CompressedTypes;
    });

    public static void UseDashboard(this WebApplication app)
    {
        var directory = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.DashboardDirectory ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");
        IFileProvider files = Directory.Exists(directory) ? new PhysicalFileProvider(Path.GetFullPath(directory)) : new NullFileProvider();
        app.Use((context, next) =>
        {
            if (IsPage(context.Request, files))
            {
                if (!files.GetFileInfo(Index).Exists)
                {
                    return MissingDashboard.WriteAsync(context);
                }

                context.Request.Path = Index;
            }

            return next(context);
        });
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = SetCaching });
    }

    private static bool IsPage(HttpRequest request, IFileProvider files)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        if (request.Path == "/")
        {
            return true;
        }

        // A browser that goes to a page says so; curl, or a script that is not there, shall see the 404.
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !Array.Exists(Reserved, prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
            && !files.GetFileInfo(request.Path).Exists;
    }

    // The builder puts a fingerprint of its content into the name of each asset: a new content has a new name.
    private static void SetCaching(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
