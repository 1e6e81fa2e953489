using System.Security.Cryptography;
using CxGrains.Abstractions.Definitions;
using CxGrains.Web.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Users;

/// <summary>
/// Gives a demo a user of each role. Their password is random and new at each start, so that a demo's directory that is served later in earnest
/// has nobody whose password is known.
/// </summary>
internal sealed partial class DemoUsers(
    UserStore users, Passwords passwords, IDemoUsersSink sink, IOptions<WebOptions> options, TimeProvider time, ILogger<DemoUsers> logger) : BackgroundService
{
    // No two that look alike.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GroupChars = 4;
    private const int Groups = 4;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.DemoSignIn)
        {
            return;
        }

        var password = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupChars)));
        var names = new List<string>();
        foreach (var role in Enum.GetValues<UserRole>())
        {
            names.Add(await PutAsync(role, password, stoppingToken));
        }

        sink.Show(names, password);
    }

    private async Task<string> PutAsync(UserRole role, string password, CancellationToken cancellationToken)
    {
        var name = Roles.NameOf(role);
        var hash = await passwords.HashAsync(password, cancellationToken);
        var current = await users.FindAsync(Caller.DefaultWorkspace, name, cancellationToken);
        var created = current?.CreatedMs ?? time.GetUtcNow().ToUnixTimeMilliseconds();
        try
        {
            await users.PutAsync(
                new User(Caller.DefaultWorkspace, name, current?.DisplayName, role, hash, User.NewStamp(), false, created, current?.Version ?? 0), cancellationToken);
        }
        catch (ConflictException conflict)
        {
            // Somebody changed the user in this very moment, and knows the password they gave it.
            ChangedMeanwhile(conflict, name);
        }

        return name;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The demo's user {Name} was changed while the demo started")]
    private partial void ChangedMeanwhile(Exception conflict, string name);
}
