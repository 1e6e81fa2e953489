using CxGrains.Abstractions.Definitions;

namespace CxGrains.Abstractions.Keys;

/// <summary>The rule that a workspace never loses its last admin key: nobody could rule it any more.</summary>
public static class LastAdminKey
{
    /// <summary>Refuses to remove the last one.</summary>
    /// <param name="key">The key to remove.</param>
    /// <param name="keys">The keys of its workspace.</param>
    /// <exception cref="ConflictException">No other of <paramref name="keys"/> is an admin key.</exception>
    public static void ThrowIfRemoving(KeyRecord key, IEnumerable<KeyRecord> keys)
    {
        if (key.Scopes.HasFlag(Scopes.Admin) && !keys.Any(other => other.Hash != key.Hash && other.Scopes.HasFlag(Scopes.Admin)))
        {
            throw new ConflictException($"'{key.Name}' is the last admin key of the workspace '{key.Workspace}'; create another one first");
        }
    }
}
