using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>
/// Counts by whole states whom a rule would have, where the index does not know enough: it looks at every n-th row, so that no more than
/// <see cref="LooksMax"/> states are read, and takes their share for that of all. Not safe for several threads at once.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="atMs">The instant, Unix milliseconds UTC.</param>
/// <param name="all">What the index tells of all partitions together.</param>
public sealed class RuleSample(SegmentRule rule, long atMs, RuleCountPart all)
{
    /// <summary>Customers looked at for one count; each partition may add one.</summary>
    public const int LooksMax = 2_000;

    /// <summary>Customers read at once: no record waits for more than that.</summary>
    public const int ReadMax = 64;

    private const double NormalQuantile95 = 1.96;

    private long _looked;
    private long _matching;

    /// <summary>From a row that is looked at to the next, from 1.</summary>
    public int Stride { get; } = Math.Max(1, (all.Rows + LooksMax - 1) / LooksMax);

    /// <summary>The next rows that a sample takes of a partition's, at most <see cref="ReadMax"/>, and where it goes on: -1 behind the last.</summary>
    /// <param name="customers">Rows of a partition's index.</param>
    /// <param name="from">The first, counted from 0.</param>
    /// <param name="stride">From one to the next.</param>
    public static (IReadOnlyList<T> Rows, int Next) Slice<T>(IReadOnlyList<T> customers, int from, int stride)
        where T : CustomerEntry
    {
        var rows = new List<T>();
        for (var left = ReadMax; left > 0 && from < customers.Count; left--, from += stride)
        {
            if (customers[from].IsListed)
            {
                rows.Add(customers[from]);
            }
        }

        return (rows, from < customers.Count ? from : -1);
    }

    /// <summary>Looks at a customer.</summary>
    public void Look(Customer customer)
    {
        _looked++;
        _matching += customer.IsProfiled && rule.Matches(customer, atMs) ? 1 : 0;
    }

    /// <summary>What was found.</summary>
    public RuleCountView ToView() => Stride == 1
        ? new RuleCountView(_matching, all.Listed, _looked, true, null)
        : new RuleCountView(OfAll(Share), all.Listed, _looked, false, OfAll(NormalQuantile95 * Math.Sqrt(Share * (1 - Share) / Math.Max(1, _looked))));

    /// <summary>What the index alone tells; null where it does not know enough.</summary>
    public static RuleCountView? ViewOf(RuleCountPart all) =>
        all.Matching is { } matching ? new RuleCountView(matching, all.Listed, all.Listed, true, null) : null;

    private double Share => _looked == 0 ? 0 : (double)_matching / _looked;

    private long OfAll(double share) => (long)Math.Round(share * all.Listed);
}
