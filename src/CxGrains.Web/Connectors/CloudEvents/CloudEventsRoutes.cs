using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Connectors.CloudEvents;

/// <summary>The route that takes CloudEvents.</summary>
internal static class CloudEventsRoutes
{
    private const string Path = "/cloudevents";

    public static void MapCloudEvents(this IEndpointRouteBuilder api)
    {
        api.MapPost(Path, (HttpContext context, CloudEventsEndpoint endpoint) => endpoint.PostAsync(context))
            .WithTags("Interactions")
            .WithSummary("Send CloudEvents 1.0")
            .WithDescription("Structured (application/cloudevents+json), batched (application/cloudevents-batch+json) or binary (headers ce-…). The answer is that of interactions.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireAuthorization(Access.SendInteractions)
            .AuditSending();

        // The handshake of the specification's webhooks: a sender asks before it sends. Whoever has a key may.
        api.MapMethods(Path, [HttpMethods.Options], (HttpContext context) =>
        {
            context.Response.Headers["WebHook-Allowed-Origin"] = "*";
            context.Response.Headers.Allow = "POST";
            return TypedResults.Ok();
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
