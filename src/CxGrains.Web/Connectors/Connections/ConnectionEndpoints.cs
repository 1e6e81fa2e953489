using System.Buffers.Text;
using System.Security.Cryptography;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors.Mapping;
using CxGrains.Web.Connectors.SurveyMonkey;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>Makes, lists, changes and removes connections.</summary>
internal static class ConnectionEndpoints
{
    /// <summary>Characters of a secret or an access token.</summary>
    public const int SecretCharsMax = 1_024;

    private const int TokenBytes = 32;

    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/connections").WithTags("Connections").RequireAuthorization(Access.Connections);
        group.MapGet("", ListAsync).WithSummary("The connections to other tools, without their secrets");
        group.MapPost("", CreateAsync).WithSummary("Make a connection; the tool posts to its path");
        group.MapGet("{id}", GetAsync).WithSummary("One connection");
        group.MapPut("{id}", ChangeAsync).WithSummary("Change a connection's name, secrets or mapping; what is left out stays").AuditChange(AuditActions.ConnectionChanged);
        group.MapDelete("{id}", RemoveAsync).WithSummary("Remove a connection; its URL answers 404 from then on").AuditChange(AuditActions.ConnectionRemoved);
    }

    private static async Task<Ok<ConnectionList>> ListAsync(HttpContext context, IDocuments documents, ConnectorKinds kinds)
    {
        var stored = await documents.OfAsync(Caller.Of(context).Workspace, Connection.DocumentKind, context.RequestAborted);
        return TypedResults.Ok(new ConnectionList(
            [.. stored.Select(document => ConnectionView.Of(Connection.Of(document)))],
            [.. kinds.All.Select(connector => new KindView(connector.Kind, connector.NeedsSecret, connector.NeedsAccessToken))]));
    }

    private static async Task<Ok<ConnectionView>> GetAsync(string id, HttpContext context, IDocuments documents) =>
        TypedResults.Ok(ConnectionView.Of(await FindAsync(id, context, documents)));

    private static async Task<Created<ConnectionView>> CreateAsync(HttpContext context, IDocuments documents, ConnectorKinds kinds, IOptions<WebOptions> options, AuditTrail trail, TimeProvider time)
    {
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "id", "name", "kind", "secret", "accessToken", "region", "mapping");
        var kind = body.Required("kind");
        var connector = kinds.Find(kind)
            ?? throw new InvalidFieldException("kind", $"'{Text.Shorten(kind)}' is none of {string.Join(", ", kinds.All.Select(one => one.Kind))}");
        var name = Text.CheckName(body.FindText("name") ?? kind, "name");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var id = CheckId(body.FindText("id") ?? $"{kind}-{token[..6]}");
        var connection = Check(connector, new Connection(
            Caller.Of(context).Workspace,
            id,
            name,
            kind,
            token,
            SecretOf(body, "secret"),
            SecretOf(body, "accessToken"),
            body.FindText("region"),
            MappingOf(body) ?? ConnectionMapping.Empty,
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            0));
        var stored = await trail.ChangeAsync(
            context, AuditActions.ConnectionChanged, null, id, () => AddAsync(connection, documents, context.RequestAborted));
        return TypedResults.Created($"{CxWebEndpoints.ApiPath}/connections/{id}", ConnectionView.Of(Connection.Of(stored)));
    }

    private static async ValueTask<StoredDocument> AddAsync(Connection connection, IDocuments documents, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.PutAsync(connection.ToDocument(), 0, cancellationToken);
        }
        catch (VersionConflictException)
        {
            throw new ConflictException($"there is a connection '{connection.Id}' already");
        }
    }

    private static async Task<Ok<ConnectionView>> ChangeAsync(string id, HttpContext context, IDocuments documents, ConnectorKinds kinds, IOptions<WebOptions> options)
    {
        var current = await FindAsync(id, context, documents);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "name", "secret", "accessToken", "region", "mapping");
        var changed = Check(kinds.Find(current.Kind), current with
        {
            Name = body.FindText("name") is { } name ? Text.CheckName(name, "name") : current.Name,
            Secret = SecretOf(body, "secret") ?? current.Secret,
            AccessToken = SecretOf(body, "accessToken") ?? current.AccessToken,
            Region = body.FindText("region") ?? current.Region,
            Mapping = MappingOf(body) ?? current.Mapping,
        });
        var stored = await documents.PutAsync(changed.ToDocument(), current.Version, context.RequestAborted);
        return TypedResults.Ok(ConnectionView.Of(Connection.Of(stored)));
    }

    private static async Task<NoContent> RemoveAsync(string id, HttpContext context, IDocuments documents) =>
        await documents.RemoveAsync(Caller.Of(context).Workspace, Connection.DocumentKind, id, context.RequestAborted)
            ? TypedResults.NoContent()
            : throw new ProblemException(Problem.NotFound("connection", Text.Shorten(id)));

    private static async ValueTask<Connection> FindAsync(string id, HttpContext context, IDocuments documents) =>
        await documents.FindAsync(Caller.Of(context).Workspace, Connection.DocumentKind, id, context.RequestAborted) is { } document
            ? Connection.Of(document)
            : throw new ProblemException(Problem.NotFound("connection", Text.Shorten(id)));

    private static Connection Check(IConnector? connector, Connection connection)
    {
        if (connector is { NeedsSecret: true } && connection.Secret is null)
        {
            throw new InvalidFieldException("secret", $"is missing; {connection.Kind} signs what it sends, and docs/connectors.md says where its secret is found");
        }

        if (connector is { NeedsAccessToken: true } && connection.AccessToken is null)
        {
            throw new InvalidFieldException("accessToken", $"is missing; {connection.Kind} only tells that something happened, and is asked what with this token");
        }

        if (connection.Region is { } region && !SurveyMonkeyHosts.Regions.Contains(region))
        {
            throw new InvalidFieldException("region", $"'{Text.Shorten(region)}' is none of {string.Join(", ", SurveyMonkeyHosts.Regions)}");
        }

        return connection;
    }

    // It stands in paths and in names of sources.
    private static string CheckId(string id) =>
        id.Length is > 0 and <= Limits.NameCharsMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? id
            : throw new InvalidFieldException("id", $"must have 1 to {Limits.NameCharsMax} of a-z, A-Z, 0-9, '-', '_' and '.'; it is '{Text.Shorten(id)}'");

    // What is pasted often brings a blank or a line break along.
    private static string? SecretOf(JsonBody body, string field) => body.FindText(field)?.Trim() switch
    {
        null => null,
        { } text when text.Any(char.IsControl) => throw new InvalidFieldException(field, "holds a control character, such as a line break"),
        { Length: > 0 and <= SecretCharsMax } secret => secret,
        { } other => throw new InvalidFieldException(field, $"has {other.Length} characters and must have 1 to {SecretCharsMax}"),
    };

    private static ConnectionMapping? MappingOf(JsonBody body) => body.Find("mapping") is { } mapping ? ConnectionMapping.Parse(mapping) : null;
}
