using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Matches where every part does.</summary>
internal sealed class AllRule(SegmentRule[] parts) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        foreach (var part in parts)
        {
            if (!part.Matches(customer, atMs))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => EarliestChange.Of(parts, customer, atMs);
}
