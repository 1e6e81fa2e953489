using System.Globalization;
using System.Security.Claims;
using CxGrains.Abstractions.Keys;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>Who makes a request: what its key opens, and nothing the request itself claims.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="KeyHash">The key's hash; <see cref="DemoKeyHash"/> for a page that signed itself in.</param>
internal sealed record Caller(string Workspace, Scopes Scopes, string KeyHash)
{
    /// <summary>The installation's own workspace; its admin keys may create others.</summary>
    public const string DefaultWorkspace = "default";

    /// <summary>Stands in for a key's hash where a demo's page signed itself in.</summary>
    public const string DemoKeyHash = "demo";

    private const string WorkspaceClaim = "workspace";
    private const string ScopesClaim = "scopes";
    private const string KeyClaim = "key";

    /// <summary>Whether it may do what a scope allows; admin may do everything within its workspace.</summary>
    public bool May(Scopes scope) => (Scopes & (scope | Scopes.Admin)) != 0;

    /// <summary>The caller of a key.</summary>
    public static Caller Of(KeyRecord key) => new(key.Workspace, key.Scopes, key.Hash);

    /// <summary>The caller of an authorised request.</summary>
    public static Caller Of(HttpContext context) =>
        Of(context.User) ?? throw new InvalidOperationException($"{context.Request.Path} is reached without authorisation.");

    /// <summary>The caller of a principal; null where nobody is signed in.</summary>
    public static Caller? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(WorkspaceClaim) is { } workspace
        && principal.FindFirstValue(KeyClaim) is { } key
        && int.TryParse(principal.FindFirstValue(ScopesClaim), CultureInfo.InvariantCulture, out var scopes)
            ? new Caller(workspace, (Scopes)scopes, key)
            : null;

    /// <summary>The principal of this caller.</summary>
    /// <param name="scheme">How it was recognised.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(WorkspaceClaim, Workspace),
            new Claim(ScopesClaim, ((int)Scopes).ToString(CultureInfo.InvariantCulture)),
            new Claim(KeyClaim, KeyHash),
        ],
        scheme));
}
