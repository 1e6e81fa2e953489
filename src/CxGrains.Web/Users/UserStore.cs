using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;

namespace CxGrains.Web.Users;

/// <summary>The users of workspaces, kept as documents.</summary>
internal sealed class UserStore(IDocuments documents)
{
    /// <summary>Users of one workspace; fewer than <see cref="IDocuments.DocumentsMax"/>.</summary>
    public const int CountMax = 200;

    /// <summary>The users of a workspace, by name.</summary>
    public async ValueTask<IReadOnlyList<User>> OfAsync(string workspace, CancellationToken cancellationToken) =>
        [.. (await documents.OfAsync(workspace, User.DocumentKind, cancellationToken)).Select(User.Of)];

    /// <summary>One user; null where there is none.</summary>
    public async ValueTask<User?> FindAsync(string workspace, string name, CancellationToken cancellationToken) =>
        await documents.FindAsync(workspace, User.DocumentKind, name, cancellationToken) is { } document ? User.Of(document) : null;

    /// <summary>Stores a user over the one that was read.</summary>
    /// <param name="user">The user; its version is that of the one it replaces, 0 where it is new.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The user with its new version.</returns>
    /// <exception cref="VersionConflictException">Somebody else changed it meanwhile.</exception>
    /// <exception cref="Domain.InvalidFieldException">There are as many as there may be.</exception>
    public async ValueTask<User> PutAsync(User user, CancellationToken cancellationToken)
    {
        if (user.Version == 0)
        {
            var count = (await documents.OfAsync(user.Workspace, User.DocumentKind, cancellationToken)).Count;
            DefinitionRules.ThrowIfFull("name", count, CountMax, "users");
        }

        return User.Of(await documents.PutAsync(user.ToDocument(), user.Version, cancellationToken));
    }

    /// <summary>Removes a user; nothing where it is gone already.</summary>
    public async ValueTask RemoveAsync(User user, CancellationToken cancellationToken) =>
        await documents.RemoveAsync(user.Workspace, User.DocumentKind, user.Name, cancellationToken);
}
