using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Compares a text with another, or with several (<see cref="RuleOperator.In"/>).</summary>
internal sealed class TextCondition(TextField field, RuleOperator op, string[] values) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        if (field.ValueOf(customer, atMs) is not { } text)
        {
            return false;
        }

        return op switch
        {
            RuleOperator.Ne => text != values[0],
            RuleOperator.Contains => text.Contains(values[0], StringComparison.OrdinalIgnoreCase),
            _ => values.AsSpan().Contains(text),
        };
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => field.NextChangeMs?.Invoke(customer, atMs) ?? long.MaxValue;
}
