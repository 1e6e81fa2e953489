using System.Text.Json;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Live;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>
/// Creates workspaces; creates, lists and revokes keys. An admin key rules its own workspace; only those of
/// <see cref="Caller.DefaultWorkspace"/>, the installation's own, reach beyond it, and even they only to workspaces and keys.
/// </summary>
internal static class KeyEndpoints
{
    private const string WorkspaceField = "workspace";

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Keys").RequireAuthorization(Access.Keys);
        group.MapPost("/workspaces", CreateWorkspaceAsync).WithSummary("Create a workspace");
        group.MapGet("/keys", ListKeys).WithSummary("The keys of a workspace, without the keys themselves");
        group.MapDelete("/keys/{id}", RevokeKeyAsync).WithSummary("Revoke a key, with the sign-ins and live connections made with it").AuditChange(AuditActions.KeyRevoked);
        group.MapPost("/keys", CreateKeyAsync).WithSummary("Create a key; the answer is the only place that shows it")
            .AuditReading<CreatedKeyView>(AuditActions.KeyCreated, detailOf: key => key.Id, repeats: false);
    }

    private static async Task<Created<WorkspaceRecord>> CreateWorkspaceAsync(HttpContext context, IKeys keys, IOptions<WebOptions> options, AuditTrail trail)
    {
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "id", "name");
        var id = Text.CheckId(body.Required("id"), "id");
        var workspace = new WorkspaceRecord(id, Text.CheckName(body.FindText("name") ?? id, "name"));
        return await trail.ChangeAsync(context, AuditActions.WorkspaceCreated, null, id, async () =>
        {
            var caller = Caller.Of(context);
            if (caller.Workspace != Caller.DefaultWorkspace)
            {
                throw new ProblemException(Problem.Forbidden($"workspaces are created with an admin key of the workspace '{Caller.DefaultWorkspace}'; this one is of '{caller.Workspace}'"));
            }

            await keys.CreateWorkspaceAsync(workspace, context.RequestAborted);
            return TypedResults.Created((string?)null, workspace);
        });
    }

    private static async Task<Created<CreatedKeyView>> CreateKeyAsync(HttpContext context, IKeys keys, IOptions<WebOptions> options, TimeProvider time)
    {
        var caller = Caller.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, WorkspaceField, "name", "scopes");
        var workspace = WorkspaceOf(caller, body.FindText(WorkspaceField), keys);
        var name = Text.CheckName(body.Required("name"), "name");
        var scopes = ScopesOf(body.Find("scopes"));
        var key = KeyText.New();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await keys.AddKeyAsync(new KeyRecord(KeyText.Hash(key), workspace, scopes, name, now), context.RequestAborted);
        return TypedResults.Created((string?)null, new CreatedKeyView(key, KeyText.IdOf(KeyText.Hash(key)), workspace, name, ScopeNames.Of(scopes)));
    }

    private static Ok<KeyList> ListKeys(HttpContext context, IKeys keys)
    {
        var caller = Caller.Of(context);
        var workspace = WorkspaceOf(caller, QueryText.Find(context.Request, WorkspaceField), keys);
        var ordered = keys.Of(workspace).OrderBy(key => key.CreatedMs).ThenBy(key => key.Hash, StringComparer.Ordinal);
        return TypedResults.Ok(new KeyList([.. ordered.Select(key => KeyView.Of(key, caller))]));
    }

    private static async Task<NoContent> RevokeKeyAsync(string id, HttpContext context, IKeys keys, LiveConnections connections)
    {
        var workspace = WorkspaceOf(Caller.Of(context), QueryText.Find(context.Request, WorkspaceField), keys);
        var key = keys.Of(workspace).FirstOrDefault(key => KeyText.IdOf(key.Hash) == id) ?? throw new ProblemException(Problem.NotFound("key", Text.Shorten(id)));
        await keys.RemoveKeyAsync(key, context.RequestAborted);
        connections.AbortAll(key.Workspace, key.Hash);
        return TypedResults.NoContent();
    }

    // The caller's own, unless it names another and may.
    private static string WorkspaceOf(Caller caller, string? named, IKeys keys)
    {
        var workspace = named ?? caller.Workspace;
        if (workspace != caller.Workspace && caller.Workspace != Caller.DefaultWorkspace)
        {
            throw new ProblemException(Problem.Forbidden($"an admin key of '{caller.Workspace}' rules the keys of that workspace only") with { Field = WorkspaceField });
        }

        return keys.FindWorkspace(workspace) is not null
            ? workspace
            : throw new InvalidFieldException(WorkspaceField, $"there is no workspace '{Text.Shorten(workspace)}'");
    }

    private static Scopes ScopesOf(JsonElement? list)
    {
        if (list is not { ValueKind: JsonValueKind.Array } names || names.GetArrayLength() == 0)
        {
            throw new InvalidFieldException("scopes", $"must be a list of at least one of {ScopeNames.All}");
        }

        var scopes = Scopes.None;
        var index = 0;
        foreach (var name in names.EnumerateArray())
        {
            var field = $"scopes[{index++}]";
            scopes |= name.ValueKind == JsonValueKind.String
                ? ScopeNames.Parse(JsonBody.Decode(name, field), field)
                : throw new InvalidFieldException(field, $"must be a text; it is {name.ValueKind}");
        }

        return scopes;
    }
}
