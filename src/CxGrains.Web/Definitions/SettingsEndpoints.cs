using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Settings;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Definitions;

/// <summary>Shows and decides a workspace's settings.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/settings").WithTags("Definitions");
        group.MapGet("", GetAsync).RequireAuthorization(Access.SeeDefinitions).WithSummary("The settings, defaults included");
        group.MapPut("", PutAsync).RequireAuthorization(Access.Define).WithSummary("Decide the settings as a whole").AuditChange(AuditActions.SettingsChanged);
    }

    private static async Task<Ok<WorkspaceSettings>> GetAsync(HttpContext context, IDefinitions definitions) =>
        Show(context, (await definitions.OfAsync(Caller.Of(context).Workspace, context.RequestAborted)).Settings);

    private static async Task<Ok<WorkspaceSettings>> PutAsync(HttpContext context, IDefinitions definitions, IOptions<WebOptions> options)
    {
        var workspace = Caller.Of(context).Workspace;
        var current = (await definitions.OfAsync(workspace, context.RequestAborted)).Settings;
        var expected = Precondition.Check(context.Request, current.Version);
        var body = await JsonBody.ParseAsync(context.Request, options.Value.DefinitionBytesMax);
        var asked = WorkspaceSettings.Parse(body);
        if (WorkspaceSettings.VersionIn(body) is { } version)
        {
            // A document that was got before somebody else's change would take that back.
            Precondition.Require(version == current.Version, "version", current.Version);
            expected = version;
        }

        return Show(context, await definitions.DecideSettingsAsync(workspace, asked, expected, context.RequestAborted));
    }

    private static Ok<WorkspaceSettings> Show(HttpContext context, WorkspaceSettings settings)
    {
        Precondition.SetETag(context.Response, settings.Version);
        return TypedResults.Ok(settings);
    }
}
