namespace CxGrains.Abstractions.Documents;

/// <summary>A small JSON document of a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Kind">What it is, such as <c>connection</c>; 1 to 64 characters.</param>
/// <param name="Id">Its id, unique within workspace and kind; 1 to 256 characters.</param>
/// <param name="Key">A key that is unique within the kind over all workspaces; null for none.</param>
/// <param name="Json">The document, at most <see cref="IDocuments.DocumentCharsMax"/> characters.</param>
/// <param name="Version">Counts its changes from 1.</param>
public sealed record StoredDocument(string Workspace, string Kind, string Id, string? Key, string Json, int Version);
