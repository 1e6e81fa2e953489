using CxGrains.Domain.Index;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Customers of one partition that belong to two segments.</summary>
/// <param name="Both">To both.</param>
/// <param name="OnlyFirst">To the first alone.</param>
/// <param name="OnlySecond">To the second alone.</param>
/// <param name="Customers">All of them, those of neither too.</param>
public sealed record OverlapPart(long Both, long OnlyFirst, long OnlySecond, long Customers)
{
    /// <summary>Nobody.</summary>
    public static readonly OverlapPart None = new(0, 0, 0, 0);

    /// <summary>Of a partition's customers of a workspace, on its worker's thread.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="firstSlot">The first segment's slot.</param>
    /// <param name="secondSlot">The second's.</param>
    public static OverlapPart Of(IEnumerable<CustomerEntry> customers, int firstSlot, int secondSlot)
    {
        var (firstBit, secondBit) = (1UL << firstSlot, 1UL << secondSlot);
        var (both, onlyFirst, onlySecond, all) = (0L, 0L, 0L, 0L);
        foreach (var entry in customers)
        {
            if (entry.IsListed)
            {
                var (first, second) = ((entry.Membership & firstBit) != 0, (entry.Membership & secondBit) != 0);
                both += first && second ? 1 : 0;
                onlyFirst += first && !second ? 1 : 0;
                onlySecond += second && !first ? 1 : 0;
                all++;
            }
        }

        return new OverlapPart(both, onlyFirst, onlySecond, all);
    }

    /// <summary>Both together.</summary>
    public static OverlapPart Merge(OverlapPart a, OverlapPart b) =>
        new(a.Both + b.Both, a.OnlyFirst + b.OnlyFirst, a.OnlySecond + b.OnlySecond, a.Customers + b.Customers);

    /// <summary>As readers see it.</summary>
    /// <param name="first">The first segment's id.</param>
    /// <param name="second">The second's.</param>
    public SegmentOverlapView ToView(string first, string second) => new(first, second, Both, OnlyFirst, OnlySecond, Customers);
}
