namespace CxGrains.Domain;

/// <summary>Stored bytes that no version of an entity's encoding can read.</summary>
/// <param name="entity">The entity's kind.</param>
/// <param name="version">The version byte found.</param>
/// <param name="newest">The newest version this program writes and reads.</param>
public sealed class StateFormatException(string entity, int version, int newest)
    : CxException($"{entity} state has version {version}; this program reads versions 1 to {newest}");
