using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;

namespace CxGrains.Web.Users;

/// <summary>Changes users, and ends what their sign-ins opened where it must end.</summary>
internal sealed class UserChanges(UserStore users, IKeys keys, Passwords passwords, LiveConnections connections)
{
    /// <summary>Stores a user. Where role or standing differ from before, all sign-ins made before end.</summary>
    /// <param name="user">The user as it is to be.</param>
    /// <param name="before">The user as it was; null where it is new.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VersionConflictException">Somebody else changed it meanwhile.</exception>
    /// <exception cref="ConflictException">Nobody could rule the workspace any more.</exception>
    public async ValueTask<User> PutAsync(User user, User? before, CancellationToken cancellationToken)
    {
        if (before is { IsActiveAdministrator: true } && !user.IsActiveAdministrator)
        {
            await ThrowIfLastAsync(before, cancellationToken);
        }

        var ends = before is not null && (before.Role != user.Role || before.IsDisabled != user.IsDisabled);
        return await StoreAsync(ends ? user with { Stamp = User.NewStamp() } : user, ends, cancellationToken);
    }

    /// <summary>Sets a password; all sign-ins made before end.</summary>
    /// <param name="user">The user.</param>
    /// <param name="password">The password, checked.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VersionConflictException">Somebody else changed the user meanwhile.</exception>
    public async ValueTask<User> SetPasswordAsync(User user, string password, CancellationToken cancellationToken)
    {
        var hash = await passwords.HashAsync(password, cancellationToken);
        return await StoreAsync(user with { PasswordHash = hash, Stamp = User.NewStamp() }, true, cancellationToken);
    }

    /// <summary>Ends all sign-ins and live connections of a user.</summary>
    /// <exception cref="VersionConflictException">Somebody else changed the user meanwhile.</exception>
    public async ValueTask EndSessionsAsync(User user, CancellationToken cancellationToken) =>
        await StoreAsync(user with { Stamp = User.NewStamp() }, true, cancellationToken);

    /// <summary>Removes a user, with all sign-ins and live connections.</summary>
    /// <exception cref="ConflictException">Nobody could rule the workspace any more.</exception>
    public async ValueTask RemoveAsync(User user, CancellationToken cancellationToken)
    {
        if (user.IsActiveAdministrator)
        {
            await ThrowIfLastAsync(user, cancellationToken);
        }

        await users.RemoveAsync(user, cancellationToken);
        connections.AbortAll(user.Workspace, Caller.IdentityOf(user.Name));
    }

    private async ValueTask<User> StoreAsync(User user, bool endsSessions, CancellationToken cancellationToken)
    {
        var stored = await users.PutAsync(user, cancellationToken);
        if (endsSessions)
        {
            connections.AbortAll(user.Workspace, Caller.IdentityOf(user.Name));
        }

        return stored;
    }

    private async ValueTask ThrowIfLastAsync(User user, CancellationToken cancellationToken)
    {
        var hasKey = keys.Of(user.Workspace).Any(key => key.Scopes.HasFlag(Scopes.Admin));
        if (!hasKey && !(await users.OfAsync(user.Workspace, cancellationToken)).Any(other => other.Name != user.Name && other.IsActiveAdministrator))
        {
            throw new ConflictException($"'{user.Name}' is the last administrator of the workspace '{user.Workspace}', which has no admin key; make another one first");
        }
    }
}
