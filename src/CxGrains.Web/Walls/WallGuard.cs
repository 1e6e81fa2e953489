using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Walls;

/// <summary>Refuses all but the one page to whoever came by a wall link, whichever endpoint is added later.</summary>
internal sealed class WallGuard(RequestDelegate next)
{
    /// <summary>What a refusal says.</summary>
    public const string OnePageOnly = "this link shows one page only";

    public Task InvokeAsync(HttpContext context) =>
        Caller.Of(context.User)?.Wall is { } page && context.GetEndpoint() is { } endpoint && !IsForAll(endpoint) && !page.Allows(context.Request)
            ? Problem.Forbidden(OnePageOnly).WriteAsync(context)
            : next(context);

    private static bool IsForAll(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;
}
