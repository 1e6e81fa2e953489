using System.Globalization;
using System.Security.Claims;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Users;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>Who makes a request: what its key or sign-in opens, and nothing the request itself claims.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Identity">The hash of its key, <c>user:NAME</c>, or <see cref="DemoIdentity"/> for a page that signed itself in.</param>
/// <param name="Name">What people know it by.</param>
internal sealed record Caller(string Workspace, Scopes Scopes, string Identity, string Name)
{
    /// <summary>The installation's own workspace; its admin keys may create others.</summary>
    public const string DefaultWorkspace = "default";

    /// <summary>Who a demo's page is that signed itself in.</summary>
    public const string DemoIdentity = "demo";

    private const string UserPrefix = "user:";
    private const string WorkspaceClaim = "workspace";
    private const string ScopesClaim = "scopes";
    private const string IdentityClaim = "key";
    private const string NameClaim = "name";
    private const string StampClaim = "stamp";

    /// <summary>The security stamp that a user had when signing in; empty for all others.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The name of the user it is; null where it is none.</summary>
    public string? UserName => Identity.StartsWith(UserPrefix, StringComparison.Ordinal) ? Identity[UserPrefix.Length..] : null;

    /// <summary>What the audit log calls it: a key's id, never its hash.</summary>
    public string AuditId => UserName is null && Identity != DemoIdentity ? KeyText.IdOf(Identity) : Identity;

    /// <summary>Whether it may do what a scope allows; admin may do everything within its workspace.</summary>
    public bool May(Scopes scope) => (Scopes & (scope | Scopes.Admin)) != 0;

    /// <summary>The caller of a key.</summary>
    public static Caller Of(KeyRecord key) => new(key.Workspace, key.Scopes, key.Hash, key.Name);

    /// <summary>The caller that a user is.</summary>
    public static Caller Of(User user) => new(user.Workspace, Roles.ScopesOf(user.Role), IdentityOf(user.Name), user.ShownName) { Stamp = user.Stamp };

    /// <summary>The page of a demo that signed itself in.</summary>
    public static Caller Demo() => new(DefaultWorkspace, Scopes.Ingest | Scopes.Read | Scopes.Admin, DemoIdentity, "Demo");

    /// <summary>Somebody who could not sign in.</summary>
    /// <param name="workspace">The workspace that was tried.</param>
    /// <param name="userName">The user who was tried; null where there is none of that name.</param>
    public static Caller Nobody(string workspace, string? userName) => new(workspace, Scopes.None, IdentityOf(userName ?? "?"), userName ?? "?");

    /// <summary>The identity of a user.</summary>
    public static string IdentityOf(string userName) => UserPrefix + userName;

    /// <summary>The caller of an authorised request.</summary>
    public static Caller Of(HttpContext context) =>
        Of(context.User) ?? throw new InvalidOperationException($"{context.Request.Path} is reached without authorisation.");

    /// <summary>The caller of a principal; null where nobody is signed in.</summary>
    public static Caller? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(WorkspaceClaim) is { } workspace
        && principal.FindFirstValue(IdentityClaim) is { } identity
        && int.TryParse(principal.FindFirstValue(ScopesClaim), CultureInfo.InvariantCulture, out var scopes)
            ? new Caller(workspace, (Scopes)scopes, identity, principal.FindFirstValue(NameClaim) ?? "") { Stamp = principal.FindFirstValue(StampClaim) ?? "" }
            : null;

    /// <summary>The principal of this caller.</summary>
    /// <param name="scheme">How it was recognised.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(WorkspaceClaim, Workspace),
            new Claim(ScopesClaim, ((int)Scopes).ToString(CultureInfo.InvariantCulture)),
            new Claim(IdentityClaim, Identity),
            new Claim(NameClaim, Name),
            new Claim(StampClaim, Stamp),
        ],
        scheme));
}
