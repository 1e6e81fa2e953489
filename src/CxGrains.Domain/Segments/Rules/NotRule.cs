using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Matches where its part does not.</summary>
internal sealed class NotRule(SegmentRule part) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs) => !part.Matches(customer, atMs);

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => part.NextChangeMs(customer, atMs);
}
