namespace CxGrains.Domain.Customers;

/// <summary>One thing that happened, as kept on a customer's timeline.</summary>
/// <param name="AtMs">When, Unix milliseconds UTC.</param>
/// <param name="Key">The interaction's fingerprint; breaks ties of time.</param>
/// <param name="Source">Type, channel, touchpoint and currency.</param>
/// <param name="Value">An amount, or an answer's score; NaN for none.</param>
/// <param name="Label">A short text.</param>
public readonly record struct TimelineEntry(long AtMs, ulong Key, TimelineSource Source, double Value, string? Label)
{
    /// <summary>Whether this entry is newer than another; ties go by key.</summary>
    public bool IsNewerThan(in TimelineEntry other) => AtMs != other.AtMs ? AtMs > other.AtMs : Key > other.Key;
}
