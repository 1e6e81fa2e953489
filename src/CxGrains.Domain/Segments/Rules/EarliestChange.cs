using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>The next change of a rule that is made of others.</summary>
internal static class EarliestChange
{
    /// <summary>The earliest change of any part.</summary>
    public static long Of(SegmentRule[] parts, ICustomerFacts customer, long atMs)
    {
        var earliestMs = long.MaxValue;
        foreach (var part in parts)
        {
            earliestMs = Math.Min(earliestMs, part.NextChangeMs(customer, atMs));
        }

        return earliestMs;
    }
}
