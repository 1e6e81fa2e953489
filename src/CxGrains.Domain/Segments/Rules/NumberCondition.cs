using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments.Rules;

/// <summary>Compares a number with a bound, or with several (<see cref="RuleOperator.In"/>).</summary>
internal sealed class NumberCondition(NumberField field, RuleOperator op, double[] bounds) : SegmentRule
{
    // In the field's inner unit.
    private readonly double[] _bounds = [.. bounds.Select(bound => bound * field.InnerUnits)];

    /// <inheritdoc/>
    public override bool Matches(ICustomerFacts customer, long atMs)
    {
        if (field.ValueOf(customer, atMs) is not { } value)
        {
            return false;
        }

        var bound = _bounds[0];
        return op switch
        {
            RuleOperator.Eq => value == bound,
            RuleOperator.Ne => value != bound,
            RuleOperator.Lt => value < bound,
            RuleOperator.Le => value <= bound,
            RuleOperator.Gt => value > bound,
            RuleOperator.Ge => value >= bound,
            _ => _bounds.AsSpan().Contains(value),
        };
    }

    /// <inheritdoc/>
    public override long NextChangeMs(ICustomerFacts customer, long atMs)
    {
        if (field.TurnsMs is not { } turnsMs || field.ValueOf(customer, atMs) is null)
        {
            return long.MaxValue;
        }

        var earliestMs = long.MaxValue;
        foreach (var bound in _bounds)
        {
            if (op is not (RuleOperator.Gt or RuleOperator.Le))
            {
                earliestMs = Earlier(earliestMs, turnsMs(customer, bound, true), atMs);
            }

            if (op is not (RuleOperator.Ge or RuleOperator.Lt))
            {
                earliestMs = Earlier(earliestMs, turnsMs(customer, bound, false), atMs);
            }
        }

        return earliestMs;
    }

    private static long Earlier(long earliestMs, long candidateMs, long atMs) =>
        candidateMs > atMs ? Math.Min(earliestMs, candidateMs) : earliestMs;
}
