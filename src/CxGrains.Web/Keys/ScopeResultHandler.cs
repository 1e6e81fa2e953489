using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>Answers a missing or unknown key, or a key without the scope, with a problem.</summary>
internal sealed class ScopeResultHandler : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        return authorizeResult.Challenged ? Unauthorized(context).WriteAsync(context) : Forbidden(policy).WriteAsync(context);
    }

    /// <summary>Asks for a key.</summary>
    public static Problem Unauthorized(HttpContext context)
    {
        // Never "Basic", though it is understood: it would make browsers ask for a password.
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"cxgrains\"";
        var failure = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure?.Message;
        var wanted = KeyAuthenticationHandler.BringsKey(context.Request) ? "this key is not known" : "send Authorization: Bearer KEY";
        return new Problem(StatusCodes.Status401Unauthorized, "unauthorized", "A key is needed.", failure ?? wanted)
        {
            Field = "Authorization",
        };
    }

    private static Problem Forbidden(AuthorizationPolicy policy)
    {
        var scopes = string.Join(", ", policy.Requirements.OfType<ScopeRequirement>().Select(requirement => requirement.Name));
        return Problem.Forbidden($"this needs the scope {scopes}") with { Field = "scopes" };
    }
}
