using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;

namespace CxGrains.Domain.Privacy;

/// <summary>Erases the ids that were merged into a customer which was erased.</summary>
/// <param name="Customer">The first of them.</param>
/// <param name="Others">The others; with the first about <see cref="Limits.MergedCustomersMax"/> at most.</param>
public sealed record EraseEffect(string Customer, IReadOnlyList<string> Others) : Effect(Customer)
{
    /// <inheritdoc/>
    protected override EffectKind Kind => EffectKind.Erase;

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => Others.Prepend(Customer);

    /// <summary>An effect on these ids; null where there are none.</summary>
    public static EraseEffect? Of(IReadOnlyList<string> ids) => ids.Count == 0 ? null : new EraseEffect(ids[0], [.. ids.Skip(1)]);

    /// <summary>An effect on the ids that a merge came from, with those that were merged into them before.</summary>
    /// <param name="merge">The merge.</param>
    /// <param name="carried">The customer that it carries.</param>
    public static EraseEffect Of(MergeEffect merge, Customer carried)
    {
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(carried);
        return Of([.. merge.Path.Concat(carried.MergedIds).Distinct(StringComparer.Ordinal)])!;
    }

    /// <summary>One effect in the place of several of one record; null where there are none.</summary>
    public static EraseEffect? Join(IEnumerable<EraseEffect> effects) => Of([.. effects.SelectMany(effect => effect.All).Distinct(StringComparer.Ordinal)]);

    internal static EraseEffect DecodeContent(string customer, BinaryReader reader) => new(customer, reader.ReadTexts());

    /// <inheritdoc/>
    public override IEnumerable<Effect> SplitBy(Func<string, int> partitionOf) =>
        All.GroupBy(partitionOf).Select(group => Of([.. group])!);

    /// <inheritdoc/>
    public override bool Names(Func<string, bool> isMeant) => All.Any(isMeant);

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer) => writer.WriteTexts(Others);
}
