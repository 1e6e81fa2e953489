using System.ComponentModel;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;

namespace CxGrains.Web.Keys;

/// <summary>Who is signed in.</summary>
/// <param name="Workspace">The workspace's id.</param>
/// <param name="Name">The workspace's name.</param>
/// <param name="Scopes">What the key or the user may do.</param>
/// <param name="Demo">Whether the page signed itself in.</param>
/// <param name="User">The user; absent where a key was signed in with.</param>
/// <param name="Wall">The one page that may be seen, where a wall link was opened.</param>
[Description("Who is signed in.")]
internal sealed record SessionView(string Workspace, string Name, IReadOnlyList<string> Scopes, bool Demo, SessionUser? User, SessionWall? Wall)
{
    /// <summary>The view of a caller.</summary>
    public static SessionView Of(Caller caller, IKeys keys) => new(
        caller.Workspace,
        keys.FindWorkspace(caller.Workspace)?.Name ?? caller.Workspace,
        ScopeNames.Of(caller.Scopes),
        caller.Identity == Caller.DemoIdentity,
        caller.UserName is { } user ? new SessionUser(user, caller.Name, Roles.NameOf(Roles.Of(caller.Scopes))) : null,
        caller.Wall is { } page ? new SessionWall(caller.Name, page.Segment, WallLinkView.WindowOf(page)) : null);
}
