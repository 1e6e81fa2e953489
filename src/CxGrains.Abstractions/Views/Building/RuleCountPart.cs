using CxGrains.Domain.Index;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What the index of one partition tells of a rule.</summary>
/// <param name="Rows">Rows of the index, those too that no list shows.</param>
/// <param name="Listed">Customers.</param>
/// <param name="Matching">Those that match; null where the rule asks for more than the index has.</param>
public sealed record RuleCountPart(int Rows, long Listed, long? Matching)
{
    /// <summary>Nothing.</summary>
    public static readonly RuleCountPart None = new(0, 0, 0);

    /// <summary>Of a partition's customers of a workspace, on its worker's thread.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static RuleCountPart Of(IReadOnlyList<CustomerEntry> customers, SegmentRule rule, long atMs) => new(
        customers.Count, customers.LongCount(entry => entry.IsListed), IndexedRule.Of(rule)?.Among(customers, atMs).LongCount());

    /// <summary>Both together.</summary>
    public static RuleCountPart Merge(RuleCountPart a, RuleCountPart b) => new(a.Rows + b.Rows, a.Listed + b.Listed, a.Matching + b.Matching);
}
