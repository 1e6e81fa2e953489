using CxGrains.Abstractions;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Health;

/// <summary>For orchestrators: whether the process runs, and whether it serves.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok\n")).WithTags("Health").WithSummary("Whether the process runs");
        app.MapGet("/readyz", Ready).WithTags("Health").WithSummary("Whether the runtime serves");
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Ready(IRuntimeHealth health) => health.NotReadyBecause is { } reason
        ? new Problem(StatusCodes.Status503ServiceUnavailable, "not-ready", "Not ready.", reason).ToResult()
        : TypedResults.Text("ready\n");
}
