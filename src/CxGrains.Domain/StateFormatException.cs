namespace CxGrains.Domain;

/// <summary>Stored bytes that no version of an entity's encoding can read.</summary>
/// <param name="entity">The entity's kind.</param>
/// <param name="version">The version byte found.</param>
/// <param name="newest">The newest version this program writes and reads.</param>
public sealed class StateFormatException(string entity, int version, int newest)
    : CxException($"{entity} state has version {version}; this program reads versions 1 to {newest}")
{
    /// <summary>Checks the version that stored bytes begin with.</summary>
    /// <exception cref="StateFormatException">It is none of 1 to <paramref name="newest"/>.</exception>
    internal static void ThrowIfUnknown(string entity, byte version, byte newest)
    {
        if (version < 1 || version > newest)
        {
            throw new StateFormatException(entity, version, newest);
        }
    }
}
