namespace CxGrains.Abstractions.Documents;

/// <summary>
/// Small documents that no partition needs to know, such as connections to other tools. A change is durable when its task completes,
/// and every node answers with it from then on.
/// </summary>
public interface IDocuments
{
    /// <summary>Documents of one workspace and kind.</summary>
    const int DocumentsMax = 256;

    /// <summary>Characters of one document.</summary>
    const int DocumentCharsMax = 64 * 1024;

    /// <summary>The documents of a workspace and kind, by id.</summary>
    ValueTask<IReadOnlyList<StoredDocument>> OfAsync(string workspace, string kind, CancellationToken cancellationToken);

    /// <summary>One document; null where there is none.</summary>
    ValueTask<StoredDocument?> FindAsync(string workspace, string kind, string id, CancellationToken cancellationToken);

    /// <summary>The document of a kind with a key, whatever its workspace; null where there is none.</summary>
    ValueTask<StoredDocument?> FindByKeyAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Stores a document.</summary>
    /// <param name="document">The document; its version is ignored.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The document with its new version.</returns>
    /// <exception cref="Definitions.VersionConflictException">The version differs.</exception>
    /// <exception cref="Definitions.ConflictException">Another document of the kind has its key.</exception>
    /// <exception cref="Domain.InvalidFieldException">There are as many as there may be, or it is too long.</exception>
    ValueTask<StoredDocument> PutAsync(StoredDocument document, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Removes a document.</summary>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> RemoveAsync(string workspace, string kind, string id, CancellationToken cancellationToken);
}
