namespace CxGrains.Abstractions.Keys;

/// <summary>Workspaces and the keys that open them. Writes are durable when the task completes.</summary>
public interface IKeys
{
    /// <summary>Whether any key exists.</summary>
    bool Any { get; }

    /// <summary>The key of a hash; null where there is none.</summary>
    KeyRecord? Find(string hash);

    /// <summary>The workspace of an id; null where there is none.</summary>
    WorkspaceRecord? FindWorkspace(string id);

    /// <summary>Creates a workspace.</summary>
    /// <exception cref="Definitions.ConflictException">It exists.</exception>
    /// <exception cref="Domain.InvalidFieldException">There are as many workspaces as there may be.</exception>
    ValueTask CreateWorkspaceAsync(WorkspaceRecord workspace, CancellationToken cancellationToken);

    /// <summary>Adds a key; one with the same hash is replaced.</summary>
    /// <exception cref="Domain.InvalidFieldException">The workspace does not exist, or there are as many keys as there may be.</exception>
    ValueTask AddKeyAsync(KeyRecord key, CancellationToken cancellationToken);

    /// <summary>The keys that open a workspace, in no order.</summary>
    IReadOnlyList<KeyRecord> Of(string workspace);

    /// <summary>Removes a key; nothing where it is gone already.</summary>
    /// <exception cref="Definitions.ConflictException">It is the last key with <see cref="Scopes.Admin"/> of its workspace.</exception>
    ValueTask RemoveKeyAsync(KeyRecord key, CancellationToken cancellationToken);
}
