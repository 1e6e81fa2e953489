using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary><c>/api/v1/session</c>: how the page signs in, and who it is.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapGet("", GetAsync).WithSummary("Who is signed in").AllowAnonymous();
        session.MapPost("", SignInAsync).WithSummary("Sign the page in: the key of the Authorization header becomes a cookie").RequireAuthorization();
        session.MapDelete("", (Delegate)SignOutAsync).WithSummary("Sign the page out").AllowAnonymous();
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> GetAsync(HttpContext context, IKeys keys, IOptions<WebOptions> options)
    {
        if (Caller.Of(context.User) is { } caller)
        {
            return TypedResults.Ok(ViewOf(caller, keys));
        }

        if (!options.Value.DemoSignIn || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return ScopeResultHandler.Unauthorized(context).ToResult();
        }

        var demo = new Caller(Caller.DefaultWorkspace, Scopes.Ingest | Scopes.Read | Scopes.Admin, Caller.DemoKeyHash);
        await context.SignInAsync(Schemes.Session, demo.ToPrincipal(Schemes.Session));
        return TypedResults.Ok(ViewOf(demo, keys));
    }

    private static async Task<Ok<SessionView>> SignInAsync(HttpContext context, IKeys keys)
    {
        var caller = Caller.Of(context);
        await context.SignInAsync(Schemes.Session, caller.ToPrincipal(Schemes.Session), new AuthenticationProperties { IsPersistent = true });
        return TypedResults.Ok(ViewOf(caller, keys));
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Session);
        return TypedResults.NoContent();
    }

    private static SessionView ViewOf(Caller caller, IKeys keys) => new(
        caller.Workspace,
        keys.FindWorkspace(caller.Workspace)?.Name ?? caller.Workspace,
        ScopeNames.Of(caller.Scopes),
        caller.KeyHash == Caller.DemoKeyHash);
}
