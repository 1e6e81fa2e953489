using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Whether the customer was ever seen on a channel, on one of several (<see cref="RuleOperator.In"/>), or never (<see cref="RuleOperator.Ne"/>).</summary>
internal sealed class ChannelCondition(RuleOperator op, string[] channels) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        foreach (var channel in channels)
        {
            if (customer.UsesChannel(channel))
            {
                return op != RuleOperator.Ne;
            }
        }

        return op == RuleOperator.Ne;
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => long.MaxValue;
}
