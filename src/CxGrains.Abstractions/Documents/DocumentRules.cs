using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;

namespace CxGrains.Abstractions.Documents;

/// <summary>What both runtimes ask of a document before they store it.</summary>
public static class DocumentRules
{
    /// <summary>The document as it is to be stored, with its new version.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="current">The document it replaces; null where there is none.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <param name="count">Documents of the workspace and kind there are now.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="InvalidFieldException">There are as many as there may be, or it is too long.</exception>
    public static StoredDocument Next(StoredDocument asked, StoredDocument? current, int? expectedVersion, int count)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var version = current?.Version ?? 0;
        if (expectedVersion is { } expected && expected != version)
        {
            throw new VersionConflictException($"{asked.Kind} '{asked.Id}' has version {version} and not {expected}");
        }

        if (asked.Json.Length > IDocuments.DocumentCharsMax)
        {
            throw new InvalidFieldException(asked.Kind, $"has {asked.Json.Length} characters, at most {IDocuments.DocumentCharsMax} are allowed");
        }

        if (current is null)
        {
            DefinitionRules.ThrowIfFull(asked.Kind, count, IDocuments.DocumentsMax, $"documents of the kind {asked.Kind}");
        }

        return asked with { Version = version + 1 };
    }
}
