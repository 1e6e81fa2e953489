using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CxGrains.Domain.Customers;

/// <summary>
/// Purchases counted and money summed by currency, sums of 0 left out. An immutable value.
/// Amounts are rounded to <see cref="AmountDecimals"/>, so that decimal sums are exact and their order does not matter.
/// </summary>
public sealed class Purchases : IEquatable<Purchases>
{
    /// <summary>The name under which amounts are summed while <see cref="Limits.CurrenciesMax"/> other currencies are known.</summary>
    public const string OtherCurrency = "other";

    /// <summary>Decimal places kept of an amount, two more than any ISO 4217 currency has.</summary>
    public const int AmountDecimals = 6;

    /// <summary>No purchases.</summary>
    public static readonly Purchases None = new(0, []);

    /// <summary>Purchases and sums as stored.</summary>
    /// <param name="count">From 0.</param>
    /// <param name="byCurrency">Sums ordered by currency, ordinal, none of them 0.</param>
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
    /// <param name="count">1 or 0.</param>
    /// <param name="currency">ISO 4217 code; null where the sender gave none.</param>
    /// <param name="amount">The money; rounded half to even at <see cref="AmountDecimals"/>.</param>
    public Purchases With(int count, string? currency, decimal amount)
    {
        var name = currency ?? "";
        if (ByCurrency.Length >= Limits.CurrenciesMax && IndexOf(name) < 0)
        {
            name = OtherCurrency;
        }

        return new Purchases(Count + count, Added(name, decimal.Round(amount, AmountDecimals)));
    }

    /// <summary>Both together, each currency under its own name however many there are: bounded by the codes that ISO 4217 knows.</summary>
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
            combined = new Purchases(0, combined.Added(sum.Currency, sign * sum.Amount));
        }

        return new Purchases(Count + (sign * other.Count), combined.ByCurrency);
    }

    // A sum of 0 is taken out: what is added and withdrawn again must leave nothing behind.
    private ImmutableArray<CurrencySum> Added(string currency, decimal amount)
    {
        var index = IndexOf(currency);
        var sum = index < 0 ? amount : ByCurrency[index].Amount + amount;
        return (index, sum) switch
        {
            ( < 0, 0) => ByCurrency,
            ( < 0, _) => ByCurrency.Insert(~index, new CurrencySum(currency, sum)),
            (_, 0) => ByCurrency.RemoveAt(index),
            _ => ByCurrency.SetItem(index, new CurrencySum(currency, sum)),
        };
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
