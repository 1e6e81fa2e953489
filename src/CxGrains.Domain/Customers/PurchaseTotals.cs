namespace CxGrains.Domain.Customers;

/// <summary>
/// Purchases of many customers, summed in place: a population changes with nearly every interaction, and making a new
/// <see cref="Purchases"/> each time would fill memory with them. Every currency has a sum of its own.
/// </summary>
internal sealed class PurchaseTotals
{
    private readonly List<CurrencySum> _sums = [];
    private long _count;

    /// <summary>The sums as a value.</summary>
    public Purchases ToPurchases() =>
        new(_count, [.. _sums.Where(sum => sum.Amount != 0).Select(sum => sum with { Amount = Normal(sum.Amount) })]);

    /// <summary>The plain sum of all amounts.</summary>
    public decimal Total => _sums.Sum(sum => sum.Amount);

    /// <summary>Adds purchases (sign 1) or withdraws them (sign -1).</summary>
    public void Add(Purchases purchases, int sign)
    {
        _count += sign * purchases.Count;
        foreach (var sum in purchases.ByCurrency)
        {
            Add(sum.Currency, sign * sum.Amount);
        }
    }

    /// <summary>Adds all of another.</summary>
    public void Add(PurchaseTotals other)
    {
        _count += other._count;
        foreach (var sum in other._sums)
        {
            Add(sum.Currency, sum.Amount);
        }
    }

    public void Encode(BinaryWriter writer)
    {
        var purchases = ToPurchases();
        writer.Write(purchases.Count);
        writer.Write7BitEncodedInt(purchases.ByCurrency.Length);
        foreach (var sum in purchases.ByCurrency)
        {
            writer.Write(sum.Currency);
            writer.Write(sum.Amount);
        }
    }

    public static PurchaseTotals Decode(BinaryReader reader, NamePool names)
    {
        var totals = new PurchaseTotals { _count = reader.ReadInt64() };
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            totals._sums.Add(new CurrencySum(names.Share(reader.ReadString()), reader.ReadDecimal()));
        }

        return totals;
    }

    // Without trailing zeros: 2.50 and 2.5 are equal, and shall be the same bytes and the same text too.
    private static decimal Normal(decimal amount) => amount / 1.0000000000000000000000000000m;

    private void Add(string currency, decimal amount)
    {
        var index = 0;
        while (index < _sums.Count && string.CompareOrdinal(_sums[index].Currency, currency) < 0)
        {
            index++;
        }

        if (index < _sums.Count && _sums[index].Currency == currency)
        {
            _sums[index] = new CurrencySum(currency, _sums[index].Amount + amount);
        }
        else
        {
            _sums.Insert(index, new CurrencySum(currency, amount));
        }
    }
}
