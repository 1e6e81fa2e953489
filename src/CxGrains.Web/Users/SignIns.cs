using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Users;

/// <summary>Tells whether a name and a password belong together. What is wrong with them nobody learns, neither from the answer nor from how long it took.</summary>
internal sealed partial class SignIns(UserStore users, IKeys keys, Passwords passwords, SignInAttempts attempts, AuditTrail trail, ILogger<SignIns> logger)
{
    /// <summary>The user who signs in; null where name and password do not belong together. Both are written down.</summary>
    /// <param name="context">The request.</param>
    /// <param name="workspace">The workspace that was typed.</param>
    /// <param name="name">The name that was typed.</param>
    /// <param name="password">The password that was typed.</param>
    /// <exception cref="ProblemException">Too many attempts failed.</exception>
    public async ValueTask<User?> SignInAsync(HttpContext context, string workspace, string name, string password)
    {
        var known = UserName.Find(name);
        var user = await CheckAsync(context, workspace, known ?? Excerpt.Of(name, UserName.CharsMax), password);
        await trail.RecordAsync(
            user is null ? await NobodyAsync(workspace, known, context.RequestAborted) : Caller.Of(user),
            context,
            user is null ? AuditActions.SignInRefused : AuditActions.SignedIn,
            null,
            "");
        return user;
    }

    /// <summary>The enabled user whose name and password these are; null where they are nobody's. An attempt that counts.</summary>
    /// <param name="context">The request.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">The name, at most <see cref="UserName.CharsMax"/> characters.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ProblemException">Too many attempts failed.</exception>
    public async ValueTask<User?> CheckAsync(HttpContext context, string workspace, string name, string password)
    {
        var (address, aborted) = (context.Connection.RemoteIpAddress, context.RequestAborted);
        attempts.Take(workspace, name, address);
        var user = await users.FindAsync(workspace, name, aborted);
        var usable = user is { IsDisabled: false } ? user : null;
        var result = await passwords.VerifyAsync(usable?.PasswordHash, password, aborted);
        if (usable is null || result == PasswordVerificationResult.Failed)
        {
            return null;
        }

        attempts.Forgive(workspace, name, address);
        return result == PasswordVerificationResult.SuccessRehashNeeded ? await RehashAsync(usable, password, aborted) : usable;
    }

    // A name that nobody has is not written down: it may be a password that was typed in the wrong field.
    private async ValueTask<Caller> NobodyAsync(string workspace, string? name, CancellationToken cancellationToken) => Caller.Nobody(
        keys.FindWorkspace(workspace)?.Id ?? Caller.DefaultWorkspace,
        name is not null && await users.FindAsync(workspace, name, cancellationToken) is not null ? name : null);

    private async ValueTask<User> RehashAsync(User user, string password, CancellationToken cancellationToken)
    {
        var hash = await passwords.HashAsync(password, cancellationToken);
        try
        {
            return await users.PutAsync(user with { PasswordHash = hash }, cancellationToken);
        }
        catch (VersionConflictException conflict)
        {
            // Whoever changed the user meanwhile has decided; the next sign-in hashes anew.
            RehashedMeanwhile(conflict);
            return user;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A password was not hashed anew, as its user was changed at the same moment")]
    private partial void RehashedMeanwhile(Exception conflict);
}
