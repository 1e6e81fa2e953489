using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Web.Keys;

namespace CxGrains.Web.Walls;

/// <summary>The wall links of workspaces, kept as documents.</summary>
internal sealed class WallLinkStore(IDocuments documents, TimeProvider time)
{
    /// <summary>Links of one workspace; fewer than <see cref="IDocuments.DocumentsMax"/>.</summary>
    public const int CountMax = 50;

    /// <summary>The links of a workspace, the newest first; those that have ended too, until they are revoked.</summary>
    public async ValueTask<IReadOnlyList<WallLink>> OfAsync(string workspace, CancellationToken cancellationToken) =>
    [
        .. (await documents.OfAsync(workspace, WallLink.DocumentKind, cancellationToken)).Select(WallLink.Of)
            .OrderByDescending(link => link.CreatedMs).ThenBy(link => link.Id, StringComparer.Ordinal),
    ];

    /// <summary>A link that opens its page now; null where there is none.</summary>
    public async ValueTask<WallLink?> FindOpenAsync(string workspace, string id, CancellationToken cancellationToken) =>
        Open(await documents.FindAsync(workspace, WallLink.DocumentKind, id, cancellationToken));

    /// <summary>The link that ends with a token and opens its page now; null where there is none.</summary>
    public async ValueTask<WallLink?> FindByTokenAsync(string token, CancellationToken cancellationToken) =>
        Open(await documents.FindByKeyAsync(WallLink.DocumentKind, KeyText.Hash(token), cancellationToken));

    /// <summary>Stores a new link.</summary>
    /// <exception cref="Domain.InvalidFieldException">There are as many as there may be.</exception>
    public async ValueTask AddAsync(WallLink link, CancellationToken cancellationToken)
    {
        var count = (await documents.OfAsync(link.Workspace, WallLink.DocumentKind, cancellationToken)).Count;
        DefinitionRules.ThrowIfFull("name", count, CountMax, "wall links");
        await documents.PutAsync(link.ToDocument(), 0, cancellationToken);
    }

    /// <summary>Removes a link.</summary>
    /// <returns>Whether it was there.</returns>
    public ValueTask<bool> RemoveAsync(string workspace, string id, CancellationToken cancellationToken) =>
        documents.RemoveAsync(workspace, WallLink.DocumentKind, id, cancellationToken);

    private WallLink? Open(StoredDocument? document) =>
        document is not null && WallLink.Of(document) is var link && link.IsOpen(time.GetUtcNow().ToUnixTimeMilliseconds()) ? link : null;
}
