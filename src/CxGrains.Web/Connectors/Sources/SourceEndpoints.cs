using CxGrains.Abstractions.Documents;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Connectors.Sources;

/// <summary>Shows where a workspace hears its customers, and how well.</summary>
internal static class SourceEndpoints
{
    private const int DayHours = 24;

    public static void MapSources(this IEndpointRouteBuilder api) =>
        api.MapGet("/sources", ListAsync)
            .WithTags("Queries")
            .WithSummary("Where the workspace hears its customers: volume, freshness, share of bad events")
            .RequireAuthorization(Access.Query);

    private static async Task<Ok<SourceList>> ListAsync(HttpContext context, SourceMeter meter, IDocuments documents, ConnectorKinds kinds, TimeProvider time)
    {
        var workspace = Caller.Of(context).Workspace;
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var tallies = await meter.OfAsync(workspace, context.RequestAborted);
        var connections = (await documents.OfAsync(workspace, Connection.DocumentKind, context.RequestAborted)).Select(Connection.Of).ToDictionary(one => SourceKind.OfConnection(one.Id));
        var sources = tallies.Select(entry => ViewOf(entry.Key, entry.Value, connections.GetValueOrDefault(entry.Key), nowMs))
            .Concat(connections.Where(entry => !tallies.ContainsKey(entry.Key)).Select(entry => ViewOf(entry.Key, new SourceTally(), entry.Value, nowMs)))
            .OrderByDescending(source => source.LastAt)
            .ThenBy(source => source.Id, StringComparer.Ordinal)
            .ToList();
        string[] known = [SourceKind.Api, SourceKind.Segment, SourceKind.CloudEvents, .. kinds.All.Select(connector => connector.Kind)];
        return TypedResults.Ok(new SourceList(sources, [.. known.Except(sources.Select(source => source.Kind))]));
    }

    private static SourceView ViewOf(string id, SourceTally tally, Connection? connection, long nowMs)
    {
        var (day, _) = tally.Of(nowMs, DayHours);
        var (week, bad) = tally.Of(nowMs, SourceTally.HoursMax);
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var (head, tail) = slash < 0 ? (id, id) : (id[..slash], id[(slash + 1)..]);
        return new SourceView(
            id,
            connection?.Kind ?? head,
            connection?.Name ?? tail,
            day,
            week,
            bad,
            week + bad == 0 ? null : (double)bad / (week + bad),
            InstantOf(tally.LastMs),
            InstantOf(tally.LastBadMs));
    }

    private static DateTimeOffset? InstantOf(long ms) => ms == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
