using CxGrains.Abstractions.Documents;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Ingest;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Connectors.Connections;

/// <summary><c>/c/TOKEN</c>, where tools post. The token says which connection, and the signature who sends.</summary>
internal static class HookRoutes
{
    /// <summary>Where it is.</summary>
    public const string Path = "/c";

    /// <summary>Bytes of one payload.</summary>
    public const int PayloadBytesMax = 512 * 1024;

    public static void MapHooks(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Path).WithTags("Connections").AllowAnonymous();
        group.MapPost("{token}", PostAsync).WithSummary("Where a connected tool posts").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

        // Some tools look whether anybody is there before they post anything.
        group.MapMethods("{token}", [HttpMethods.Get, HttpMethods.Head], LookAsync).ExcludeFromDescription();
    }

    private static async Task<ContentHttpResult> LookAsync(string token, IDocuments documents, HttpContext context)
    {
        await FindAsync(token, documents, context.RequestAborted);
        return TypedResults.Text("ok\n");
    }

    private static async Task<Ok<HookAnswer>> PostAsync(
        string token, HttpContext context, IDocuments documents, ConnectorKinds kinds, HookIntake intake, IngestBudget budget, SourceMeter sources, TimeProvider time)
    {
        var connection = await FindAsync(token, documents, context.RequestAborted);
        using var body = await BodyReader.ReadAsync(context.Request, budget, PayloadBytesMax);
        if (!IsGenuine(connection, kinds, new SignedRequest(context.Request.Headers, body.Bytes, time.GetUtcNow().ToUnixTimeMilliseconds())))
        {
            sources.Count(connection.Workspace, SourceKind.OfConnection(connection.Id), 0, 1);
            throw new ProblemException(new Problem(
                StatusCodes.Status401Unauthorized, "unauthorized", "The signature is not right.", $"the request is not signed with the secret of the connection '{connection.Id}', or not as {connection.Kind} signs"));
        }

        return TypedResults.Ok(await intake.TakeAsync(connection, body.Bytes, context.RequestAborted));
    }

    private static bool IsGenuine(Connection connection, ConnectorKinds kinds, SignedRequest request)
    {
        var connector = kinds.Find(connection.Kind);
        return connection.Secret is { } secret ? connector?.IsGenuine(request, secret) == true : connector?.NeedsSecret != true;
    }

    private static async ValueTask<Connection> FindAsync(string token, IDocuments documents, CancellationToken cancellationToken) =>
        await documents.FindByKeyAsync(Connection.DocumentKind, token, cancellationToken) is { } document
            ? Connection.Of(document)
            : throw new ProblemException(new Problem(StatusCodes.Status404NotFound, "not-found", "Not found.", "there is no connection with this URL"));
}
