using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>Segment's HTTP API at its own paths, so that an SDK only needs another host.</summary>
internal static class SegmentRoutes
{
    /// <summary>Where it is.</summary>
    public const string Path = "/v1";

    // The browser SDK writes only the first letter of the type, and /b for a batch; /import is what the first SDKs called a batch.
    private static readonly (string Path, string? Type)[] Routes =
    [
        ("track", "track"), ("t", "track"), ("identify", "identify"), ("i", "identify"), ("page", "page"), ("p", "page"), ("screen", "screen"), ("s", "screen"),
        ("group", "group"), ("g", "group"), ("alias", "alias"), ("a", "alias"), ("batch", null), ("b", null), ("import", null),
    ];

    public static void MapSegment(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Path).WithTags("Segment").AllowAnonymous();
        foreach (var (path, type) in Routes)
        {
            group.MapPost(path, (HttpContext context, SegmentEndpoint endpoint) => endpoint.PostAsync(context, type, type is null))
                .WithSummary(type is null ? "Send a batch as Segment's SDKs do" : $"Send one {type} as Segment's SDKs do")
                .Produces<SegmentAnswer>()
                .ProducesProblem(StatusCodes.Status400BadRequest);
        }

        group.MapPost("m", (HttpContext context) => TypedResults.Ok(new SegmentAnswer(true, null))).ExcludeFromDescription();
        group.MapGet("projects/{writeKey}/settings", (string writeKey, HttpContext context) => TypedResults.Ok(SegmentSettings.Of(writeKey, context.Request)))
            .WithSummary("The settings that Segment's browser SDK loads first");
    }
}
