using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Compares a trait with a value of its kind, or with several (<see cref="RuleOperator.In"/>).</summary>
internal sealed class TraitCondition(string key, RuleOperator op, TraitValue[] values) : SegmentRule
{
    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        if (customer.Trait(key) is not { } trait)
        {
            return false;
        }

        var value = values[0];
        return op switch
        {
            RuleOperator.Ne => trait != value,
            RuleOperator.Lt => IsNumber(trait) && trait.Number < value.Number,
            RuleOperator.Le => IsNumber(trait) && trait.Number <= value.Number,
            RuleOperator.Gt => IsNumber(trait) && trait.Number > value.Number,
            RuleOperator.Ge => IsNumber(trait) && trait.Number >= value.Number,
            RuleOperator.Contains => trait.Text is { } text && text.Contains(value.Text!, StringComparison.OrdinalIgnoreCase),
            _ => values.AsSpan().Contains(trait),
        };
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs) => long.MaxValue;

    private static bool IsNumber(TraitValue trait) => trait.Text is null && !trait.IsBoolean;
}
