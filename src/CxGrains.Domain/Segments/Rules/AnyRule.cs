using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Matches where at least one part does.</summary>
internal sealed class AnyRule(SegmentRule[] parts) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        foreach (var part in parts)
        {
            if (part.Matches(customer, atMs))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => EarliestChange.Of(parts, customer, atMs);
}
