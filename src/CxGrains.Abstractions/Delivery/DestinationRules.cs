using CxGrains.Abstractions.Definitions;

namespace CxGrains.Abstractions.Delivery;

/// <summary>What a change of a destination comes to, decided from what is defined now.</summary>
public static class DestinationRules
{
    /// <summary>The destination as it stands after the change; the known one where nothing changes.</summary>
    /// <param name="known">What is defined now; null where nothing is.</param>
    /// <param name="count">Destinations of the workspace now.</param>
    /// <param name="asked">As asked for.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="Domain.InvalidFieldException">There are as many as there may be.</exception>
    public static Destination Change(Destination? known, int count, Destination asked, int? expectedVersion)
    {
        ThrowIfOtherVersion(asked.Id, known, expectedVersion);
        if (known is null)
        {
            DefinitionRules.ThrowIfFull("id", count, OutboxLimits.DestinationsMax, "destinations in this workspace");
            return asked with { Version = 1 };
        }

        return asked.DiffersFrom(known) ? asked with { Version = known.Version + 1 } : known;
    }

    /// <summary>Refuses a change of another version than the expected one.</summary>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    public static void ThrowIfOtherVersion(string id, Destination? known, int? expectedVersion)
    {
        if (expectedVersion is { } wanted && (known?.Version ?? 0) != wanted)
        {
            throw new VersionConflictException($"Destination '{id}' has version {known?.Version ?? 0}, not {wanted}");
        }
    }

    /// <summary>The destination after it has said that it wants no more.</summary>
    public static Destination Disable(Destination known, string why) =>
        known with { Enabled = false, DisabledBecause = why, Version = known.Version + 1 };
}
