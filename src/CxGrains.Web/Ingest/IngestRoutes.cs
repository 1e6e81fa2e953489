using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Ingest;

/// <summary>The route that takes interactions.</summary>
internal static class IngestRoutes
{
    /// <summary>The endpoint's name in the OpenAPI document.</summary>
    public const string OperationId = "sendInteractions";

    public static void MapIngest(this IEndpointRouteBuilder api) =>
        api.MapPost("/interactions", (HttpContext context, IngestEndpoint endpoint) => endpoint.PostAsync(context))
            .WithName(OperationId)
            .WithTags("Interactions")
            .WithSummary("Send interactions")
            .WithDescription("A JSON array, one object, or one object a line (NDJSON), optionally gzip. Good neighbours of bad interactions are accepted.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireAuthorization(Access.SendInteractions)
            .AuditSending();
}
