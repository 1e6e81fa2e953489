using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Audit;
using CxGrains.Web.Json;
using CxGrains.Web.Problems;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
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
    private const string CurrentField = "current";
    private const string PasswordField = "password";

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapGet("", GetAsync).WithSummary("Who is signed in").AllowAnonymous();
        session.MapPost("", SignInAsync).WithSummary("Sign the page in: the key of the Authorization header, or a name and a password, become a cookie")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests).AllowAnonymous();
        session.MapDelete("", (Delegate)SignOutAsync).WithSummary("Sign the page out").AllowAnonymous();
        session.MapPost("/wall", OpenWallAsync).WithSummary("Exchange what a wall link ends with for a cookie that opens its page only")
            .ProducesProblem(StatusCodes.Status401Unauthorized).AllowAnonymous();
        session.MapPost("/password", ChangePasswordAsync).WithSummary("Change one's own password; ends all other sign-ins of the user")
            .RequireAuthorization().AuditChange(AuditActions.PasswordChanged, OwnName);
        session.MapPost("/sign-out-everywhere", SignOutEverywhereAsync).WithSummary("End all sign-ins of the user, this one too")
            .RequireAuthorization().AuditChange(AuditActions.SignedOutEverywhere, OwnName);
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> GetAsync(HttpContext context, IKeys keys, IOptions<WebOptions> options)
    {
        if (Caller.Of(context.User) is { } caller)
        {
            return TypedResults.Ok(SessionView.Of(caller, keys));
        }

        if (!options.Value.DemoSignIn || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return ScopeResultHandler.Unauthorized(context).ToResult();
        }

        var demo = Caller.Demo();
        await context.SignInAsync(Schemes.Session, demo.ToPrincipal(Schemes.Session));
        return TypedResults.Ok(SessionView.Of(demo, keys));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(HttpContext context, IKeys keys, SignIns signIns, IOptions<WebOptions> options)
    {
        if (KeyAuthenticationHandler.BringsKey(context.Request))
        {
            return Caller.Of(context.User) is { } key ? TypedResults.Ok(await BeginAsync(context, key, keys)) : ScopeResultHandler.Unauthorized(context).ToResult();
        }

        if (JsonBody.IsMissing(context))
        {
            return ScopeResultHandler.Unauthorized(context).ToResult();
        }

        ThrowIfFromElsewhere(context.Request);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "workspace", "name", PasswordField);
        var workspace = Text.CheckId(body.FindText("workspace") ?? Caller.DefaultWorkspace, "workspace");
        var user = await signIns.SignInAsync(context, workspace, body.Required("name"), body.Required(PasswordField));
        return user is null
            ? (ScopeResultHandler.Unauthorized(context) with { Title = "Not signed in.", Detail = "there is no such user, or it has another password", Field = PasswordField }).ToResult()
            : TypedResults.Ok(await BeginAsync(context, Caller.Of(user), keys));
    }

    // It replaces whatever sign-in the browser had: a screen on a wall shall not go on with the rights of whoever set it up.
    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> OpenWallAsync(
        HttpContext context, IKeys keys, WallLinkStore links, AuditTrail trail, IOptions<WebOptions> options)
    {
        ThrowIfFromElsewhere(context.Request);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "token");
        if (await links.FindByTokenAsync(body.Required("token"), context.RequestAborted) is not { } link)
        {
            return (ScopeResultHandler.Unauthorized(context) with { Title = "Not opened.", Detail = "there is no such link, it was revoked, or it has ended", Field = "token" }).ToResult();
        }

        var caller = Caller.Of(link);
        await trail.RecordAsync(caller, context, AuditActions.SignedIn, null, "");
        return TypedResults.Ok(await BeginAsync(context, caller, keys));
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Session);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SessionView>> ChangePasswordAsync(
        HttpContext context, IKeys keys, SignIns signIns, UserChanges changes, IOptions<WebOptions> options)
    {
        var caller = Caller.Of(context);
        var name = caller.UserName ?? throw NoUser("a key has no password");
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, CurrentField, PasswordField);
        var password = Passwords.Check(body.Required(PasswordField), PasswordField);
        var user = await signIns.CheckAsync(context, caller.Workspace, name, body.Required(CurrentField))
            ?? throw new ProblemException(Problem.Invalid(CurrentField, "is not this user's password"));
        var changed = await changes.SetPasswordAsync(user, password, context.RequestAborted);
        return TypedResults.Ok(await BeginAsync(context, Caller.Of(changed), keys));
    }

    private static async Task<NoContent> SignOutEverywhereAsync(HttpContext context, UserStore users, UserChanges changes)
    {
        var caller = Caller.Of(context);
        var name = caller.UserName ?? throw NoUser("what was signed in with a key ends when the key is revoked");
        if (await users.FindAsync(caller.Workspace, name, context.RequestAborted) is { } user)
        {
            await changes.EndSessionsAsync(user, context.RequestAborted);
        }

        await context.SignOutAsync(Schemes.Session);
        return TypedResults.NoContent();
    }

    private static async Task<SessionView> BeginAsync(HttpContext context, Caller caller, IKeys keys)
    {
        await context.SignInAsync(Schemes.Session, caller.ToPrincipal(Schemes.Session), new AuthenticationProperties { IsPersistent = true });
        return SessionView.Of(caller, keys);
    }

    private static void ThrowIfFromElsewhere(HttpRequest request)
    {
        if (CrossSiteGuard.IsFromElsewhere(request))
        {
            throw new ProblemException(Problem.Forbidden("a browser signs in from this server's own page only (Sec-Fetch-Site or Origin)"));
        }
    }

    private static string OwnName(HttpContext context) => Caller.Of(context).UserName ?? "";

    private static ProblemException NoUser(string why) => new(Problem.Forbidden($"this is for users who signed in with name and password; {why}"));
}
