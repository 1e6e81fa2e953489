using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Whether something is known of the customer. Time alone never changes that.</summary>
internal sealed class ExistsCondition(Func<ICustomerFacts, long, bool> isKnown, bool expected) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs) => isKnown(customer, atMs) == expected;

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => long.MaxValue;
}
