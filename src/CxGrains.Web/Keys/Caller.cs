using System.Globalization;
using System.Security.Claims;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Keys;

/// <summary>Who makes a request: what its key or sign-in opens, and nothing the request itself claims.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Identity">The hash of its key, <c>user:NAME</c>, <c>wall:ID</c> of a wall link, or <see cref="DemoIdentity"/> for a page that signed itself in.</param>
/// <param name="Name">What people know it by.</param>
internal sealed record Caller(string Workspace, Scopes Scopes, string Identity, string Name)
{
    /// <summary>The installation's own workspace; its admin keys may create others.</summary>
    public const string DefaultWorkspace = "default";

    /// <summary>Who a demo's page is that signed itself in.</summary>
    public const string DemoIdentity = "demo";

    private const string UserPrefix = "user:";
    private const string WallPrefix = "wall:";
    private const string WorkspaceClaim = "workspace";
    private const string ScopesClaim = "scopes";
    private const string IdentityClaim = "key";
    private const string NameClaim = "name";
    private const string StampClaim = "stamp";
    private const string SegmentClaim = "segment";
    private const string DaysClaim = "days";

    /// <summary>The security stamp that a user had when signing in; empty for all others.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The one page it may see, where it came by a wall link; null for all others.</summary>
    public WallPage? Wall { get; init; }

    /// <summary>The name of the user it is; null where it is none.</summary>
    public string? UserName => Identity.StartsWith(UserPrefix, StringComparison.Ordinal) ? Identity[UserPrefix.Length..] : null;

    /// <summary>The id of the wall link it came by; null where it did not.</summary>
    public string? WallId => Identity.StartsWith(WallPrefix, StringComparison.Ordinal) ? Identity[WallPrefix.Length..] : null;

    /// <summary>What the audit log calls it: a key's id, never its hash.</summary>
    public string AuditId => UserName is null && WallId is null && Identity != DemoIdentity ? KeyText.IdOf(Identity) : Identity;

    /// <summary>Whether it may do what a scope allows; admin may do everything within its workspace.</summary>
    public bool May(Scopes scope) => (Scopes & (scope | Scopes.Admin)) != 0;

    /// <summary>The caller of a key.</summary>
    public static Caller Of(KeyRecord key) => new(key.Workspace, key.Scopes, key.Hash, key.Name);

    /// <summary>The caller that a user is.</summary>
    public static Caller Of(User user) => new(user.Workspace, Roles.ScopesOf(user.Role), IdentityOf(user.Name), user.ShownName) { Stamp = user.Stamp };

    /// <summary>Whoever opened a wall link.</summary>
    public static Caller Of(WallLink link) => new(link.Workspace, Scopes.Read, IdentityOfWall(link.Id), link.Name) { Wall = link.Page };

    /// <summary>The page of a demo that signed itself in.</summary>
    public static Caller Demo() => new(DefaultWorkspace, Scopes.Ingest | Scopes.Read | Scopes.Admin, DemoIdentity, "Demo");

    /// <summary>Somebody who could not sign in.</summary>
    /// <param name="workspace">The workspace that was tried.</param>
    /// <param name="userName">The user who was tried; null where there is none of that name.</param>
    public static Caller Nobody(string workspace, string? userName) => new(workspace, Scopes.None, IdentityOf(userName ?? "?"), userName ?? "?");

    /// <summary>The identity of a user.</summary>
    public static string IdentityOf(string userName) => UserPrefix + userName;

    /// <summary>The identity of whoever opened a wall link.</summary>
    public static string IdentityOfWall(string id) => WallPrefix + id;

    /// <summary>The caller of an authorised request.</summary>
    public static Caller Of(HttpContext context) =>
        Of(context.User) ?? throw new InvalidOperationException($"{context.Request.Path} is reached without authorisation.");

    /// <summary>The caller of a principal; null where nobody is signed in.</summary>
    public static Caller? Of(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirstValue(WorkspaceClaim) is not { } workspace
            || principal.FindFirstValue(IdentityClaim) is not { } identity
            || !int.TryParse(principal.FindFirstValue(ScopesClaim), CultureInfo.InvariantCulture, out var scopes))
        {
            return null;
        }

        var caller = new Caller(workspace, (Scopes)scopes, identity, principal.FindFirstValue(NameClaim) ?? "") { Stamp = principal.FindFirstValue(StampClaim) ?? "" };
        return caller.WallId is null ? caller : caller with { Wall = WallOf(principal) };
    }

    /// <summary>The principal of this caller.</summary>
    /// <param name="scheme">How it was recognised.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity([.. Claims()], scheme));

    private static WallPage WallOf(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(SegmentClaim),
        int.TryParse(principal.FindFirstValue(DaysClaim), CultureInfo.InvariantCulture, out var days) ? days : null);

    private IEnumerable<Claim> Claims()
    {
        yield return new Claim(WorkspaceClaim, Workspace);
        yield return new Claim(ScopesClaim, ((int)Scopes).ToString(CultureInfo.InvariantCulture));
        yield return new Claim(IdentityClaim, Identity);
        yield return new Claim(NameClaim, Name);
        yield return new Claim(StampClaim, Stamp);
        if (Wall?.Segment is { } segment)
        {
            yield return new Claim(SegmentClaim, segment);
        }

        if (Wall?.WindowDays is { } days)
        {
            yield return new Claim(DaysClaim, days.ToString(CultureInfo.InvariantCulture));
        }
    }
}
