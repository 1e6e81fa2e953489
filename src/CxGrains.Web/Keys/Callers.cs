using CxGrains.Abstractions.Keys;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>Tells what a sign-in or a live connection is still worth: as much as the key, the user or the wall link that it was made with.</summary>
internal sealed class Callers(IKeys keys, UserStore users, WallLinkStore walls, IOptions<WebOptions> options)
{
    /// <summary>The caller as it stands now; null where it opens nothing any more.</summary>
    /// <param name="caller">Who it was.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="Abstractions.UnavailableException">The users cannot be read now.</exception>
    public async ValueTask<Caller?> RefreshAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Identity == Caller.DemoIdentity)
        {
            return options.Value.DemoSignIn ? caller : null;
        }

        if (caller.UserName is { } name)
        {
            var user = await users.FindAsync(caller.Workspace, name, cancellationToken);
            return user is { IsDisabled: false } && user.Stamp == caller.Stamp ? Caller.Of(user) : null;
        }

        if (caller.WallId is { } id)
        {
            return await walls.FindOpenAsync(caller.Workspace, id, cancellationToken) is { } link ? Caller.Of(link) : null;
        }

        return keys.Find(caller.Identity) is { } key ? Caller.Of(key) : null;
    }
}
