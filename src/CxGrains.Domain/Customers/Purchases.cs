using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CxGrains.Domain.Customers;

/// <summary>Purchases counted and money summed by currency. Decimal sums are exact, so that their order does not matter. An immutable value.</summary>
public sealed class Purchases : IEquatable<Purchases>
{
    /// <summary>The name under which amounts are summed once <see cref="Limits.CurrenciesMax"/> currencies are known.</summary>
    public const string OtherCurrency = "other";

    /// <summary>No purchases.</summary>
    public static readonly Purchases None = new(0, []);

    /// <summary>Purchases and sums as stored.</summary>
    /// <param name="count">From 0.</param>
    /// <param name="byCurrency">Sums ordered by currency, ordinal.</param>
    public Purchases(long count, ImmutableArray<CurrencySum> byCurrency)
    {
        Count = count;
        ByCurrency = byCurrency;
    }

    /// <summary>Purchases counted.</summary>
    public long Count { get; }

    /// <summary>Money spent less refunds, ordered by currency.</summary>
    public ImmutableArray<CurrencySum> ByCurrency { get; }

    /// <summary>The plain sum of all amounts.</summary>
    public decimal Total
    {
        get
        {
            var total = 0m;
            foreach (var sum in ByCurrency)
            {
                total += sum.Amount;
            }

            return total;
        }
    }

    /// <summary>With one more purchase (count 1), or a refund (count 0, amount negative).</summary>
    public Purchases With(int count, string? currency, decimal amount)
    {
        var name = currency ?? "";
        var index = IndexOf(name);
        if (index < 0 && ByCurrency.Length >= Limits.CurrenciesMax)
        {
            name = OtherCurrency;
            index = IndexOf(name);
        }

        var sums = index >= 0
            ? ByCurrency.SetItem(index, ByCurrency[index] with { Amount = ByCurrency[index].Amount + amount })
            : ByCurrency.Insert(~index, new CurrencySum(name, amount));
        return new Purchases(Count + count, sums);
    }

    /// <summary>Both together.</summary>
    public Purchases Plus(Purchases other) => Combine(other, 1);

    /// <summary>This less the other, for withdrawing what was added.</summary>
    public Purchases Minus(Purchases other) => Combine(other, -1);

    /// <inheritdoc/>
    public bool Equals(Purchases? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && ByCurrency.AsSpan().SequenceEqual(other.ByCurrency.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Purchases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, ByCurrency.Length);

    /// <summary>Writes count and sums.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Count);
        writer.Write7BitEncodedInt(ByCurrency.Length);
        foreach (var sum in ByCurrency)
        {
            writer.Write(sum.Currency);
            writer.Write(sum.Amount);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static Purchases Decode(BinaryReader reader, NamePool names)
    {
        var count = reader.Read7BitEncodedInt64();
        var sums = new CurrencySum[reader.Read7BitEncodedInt()];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = new CurrencySum(reader.ReadShared(names), reader.ReadDecimal());
        }

        return count == 0 && sums.Length == 0 ? None : new Purchases(count, ImmutableCollectionsMarshal.AsImmutableArray(sums));
    }

    private Purchases Combine(Purchases other, int sign)
    {
        var combined = this;
        foreach (var sum in other.ByCurrency)
        {
            combined = combined.With(0, sum.Currency, sign * sum.Amount);
        }

        return new Purchases(Count + (sign * other.Count), combined.ByCurrency);
    }

    private int IndexOf(string currency)
    {
        for (var i = 0; i < ByCurrency.Length; i++)
        {
            var order = string.CompareOrdinal(ByCurrency[i].Currency, currency);
            if (order == 0)
            {
                return i;
            }

            if (order > 0)
            {
                return ~i;
            }
        }

        return ~ByCurrency.Length;
    }
}
