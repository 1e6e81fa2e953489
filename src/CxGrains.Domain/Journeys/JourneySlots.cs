namespace CxGrains.Domain.Journeys;

/// <summary>
/// Gives journeys their slots and versions when settings change. A journey that counts as before keeps both; one that counts otherwise
/// keeps its slot under a new version; a new one takes a free slot. So what stands in a slot under a lower version is always old.
/// </summary>
internal static class JourneySlots
{
    /// <summary>The journeys as they stand after a change.</summary>
    /// <param name="before">The journeys before.</param>
    /// <param name="after">The journeys as asked for, at most <see cref="Limits.JourneysMax"/>.</param>
    /// <param name="version">The version of the settings after the change.</param>
    public static IReadOnlyList<Journey> Assign(IReadOnlyList<Journey> before, IReadOnlyList<Journey> after, int version)
    {
        var known = before.ToDictionary(journey => journey.Id, StringComparer.Ordinal);
        var taken = after.Where(journey => known.ContainsKey(journey.Id)).Select(journey => known[journey.Id].Slot).ToHashSet();
        return [.. after.Select(journey => known.TryGetValue(journey.Id, out var old)
            ? journey with { Slot = old.Slot, Version = old.CountsLike(journey) ? old.Version : version }
            : journey with { Slot = TakeFree(taken), Version = version })];
    }

    private static int TakeFree(HashSet<int> taken)
    {
        var slot = 0;
        while (!taken.Add(slot))
        {
            slot++;
        }

        return slot;
    }
}
