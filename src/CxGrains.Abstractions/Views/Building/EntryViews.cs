using CxGrains.Domain;
using CxGrains.Domain.Index;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A customer's list entry as readers see it.</summary>
public static class EntryViews
{
    /// <summary>The row, without segments, which the caller names from the definitions.</summary>
    public static CustomerRow Of(CustomerEntry entry, long atMs, bool isNow) => new()
    {
        Id = entry.Id,
        Name = entry.Name,
        Email = entry.Email,
        Account = entry.Account,
        Profiled = entry.IsProfiled,
        LastSeen = Instants.ToTime(entry.LastSeenMs),
        Engagement = CustomerViews.EngagementOf(entry.EngagementPoints, entry.EngagementClockMs, atMs),
        Churn = CustomerViews.ChurnOf(entry, atMs, isNow),
        Value = entry.Value,
        Segments = [],
    };

    /// <summary>The ids of the segments whose bits are set.</summary>
    public static IReadOnlyList<string> SegmentsOf(ulong membership, IEnumerable<KeyValuePair<string, int>> slots) =>
        [.. slots.Where(segment => (membership & (1UL << segment.Value)) != 0).Select(segment => segment.Key)];
}
