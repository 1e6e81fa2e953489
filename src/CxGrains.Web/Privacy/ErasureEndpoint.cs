using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain.Interactions;
using CxGrains.Web.Audit;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Privacy;

/// <summary>Erases a customer, by an interaction like any other.</summary>
internal static class ErasureEndpoint
{
    public static void MapErasure(this IEndpointRouteBuilder api) => api.MapDelete("/customers/{**id}", DeleteAsync)
        .WithTags("Privacy")
        .WithSummary("Erase a customer")
        .WithDescription("State, timeline, comments, alerts, deliveries and quarantined payloads go; what was counted stays, without an id. Nothing brings the customer back for privacy.tombstoneDays.")
        .RequireAuthorization(Access.Erase)
        .AuditChangeOf(AuditActions.CustomerErased, context => PathId.Of(context, "customers"));

    private static async Task<Accepted<IngestAnswer>> DeleteAsync(HttpContext context, InteractionIntake intake, IIngest ingest, IOptions<WebOptions> options, TimeProvider time)
    {
        var (workspace, customer, waits) = (Caller.Of(context).Workspace, PathId.Of(context, "customers"), IngestEndpoint.Waits(context.Request));
        var line = Encoding.UTF8.GetBytes($$"""{"customer":{{JsonSerializer.Serialize(customer)}},"type":"{{InteractionTypes.Erase}}"}""");
        var receivedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var builder = await intake.ReadAsync(line, [Range.All], workspace, receivedMs, listedMax: 1, context.RequestAborted, mayErase: true);
        var position = await intake.AppendAsync(builder, workspace, receivedMs, isImport: false)
            ?? throw new InvalidOperationException($"The erasure of a customer was refused: {builder.Rejected[0].Error}");
        bool? applied = waits ? await AppliedWait.IsAppliedAsync(ingest, position, options.Value, time, context.RequestAborted) : null;
        return TypedResults.Accepted((string?)null, new IngestAnswer(builder.Accepted.Count, [], 0, position, applied));
    }
}
