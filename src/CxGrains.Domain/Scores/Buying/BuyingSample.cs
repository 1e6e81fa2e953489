using CxGrains.Domain.Index;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// A bounded sample of buyers to fit a <see cref="BuyingModel"/> to: those with the smallest fingerprints of their ids. Who is in it depends
/// on nothing but who there is, so that partitions sample apart, and merging is associative, commutative, and repeating it changes nothing.
/// <para>
/// Amounts are the plain sum of all currencies, as in lists: a workspace that sells in several gets the value of a purchase in that sum.
/// </para>
/// </summary>
public sealed class BuyingSample
{
    private const byte NewestVersion = 1;

    // Ordered by fingerprint.
    private readonly SampledBuyer[] _buyers;

    /// <summary>Nobody.</summary>
    public BuyingSample()
        : this([])
    {
    }

    private BuyingSample(SampledBuyer[] buyers) => _buyers = buyers;

    /// <summary>The customers in it, at most <see cref="Limits.BuyingSampleMax"/>.</summary>
    public IReadOnlyList<SampledBuyer> Buyers => _buyers;

    /// <summary>Their purchases.</summary>
    public long PurchasesCount => _buyers.Sum(buyer => (long)buyer.Purchases);

    /// <summary>UTC day of the last of them, days since 1970-01-01; 0 for none.</summary>
    public int LastDay => _buyers.Length == 0 ? 0 : _buyers.Max(buyer => buyer.LastDay);

    /// <summary>The sample of some customers, such as all of one partition; who never bought is passed over. One pass, memory within twice the bound.</summary>
    public static BuyingSample Of(IEnumerable<CustomerEntry> customers) => Of(customers.Where(entry => entry.PurchaseCount > 0).Select(BuyerOf));

    /// <summary>The sample of some buyers.</summary>
    public static BuyingSample Of(IEnumerable<SampledBuyer> buyers)
    {
        var kept = new List<SampledBuyer>();
        foreach (var buyer in buyers)
        {
            kept.Add(buyer);
            if (kept.Count == 2 * Limits.BuyingSampleMax)
            {
                kept = [.. Smallest(kept)];
            }
        }

        return new BuyingSample([.. Smallest(kept)]);
    }

    /// <summary>The sample of both.</summary>
    public static BuyingSample Merge(BuyingSample a, BuyingSample b) => new([.. Smallest(a._buyers.Concat(b._buyers))]);

    /// <summary>Writes the sample, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write7BitEncodedInt(_buyers.Length);
        foreach (var buyer in _buyers)
        {
            writer.Write(buyer.Fingerprint);
            writer.Write7BitEncodedInt(buyer.FirstDay);
            writer.Write7BitEncodedInt(buyer.LastDay - buyer.FirstDay);
            writer.Write7BitEncodedInt(buyer.Purchases);
            writer.Write(buyer.MeanValue);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static BuyingSample Decode(BinaryReader reader)
    {
        reader.ReadVersion("Buying sample", NewestVersion);
        var buyers = new SampledBuyer[reader.Read7BitEncodedInt()];
        foreach (ref var buyer in buyers.AsSpan())
        {
            var fingerprint = reader.ReadUInt64();
            var firstDay = reader.Read7BitEncodedInt();
            buyer = new SampledBuyer(fingerprint, firstDay, firstDay + reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadDouble());
        }

        return new BuyingSample(buyers);
    }

    private static SampledBuyer BuyerOf(CustomerEntry entry) => new(
        Fingerprint.Of(entry.Id), entry.FirstPurchaseDay, entry.LastPurchaseDay, entry.PurchaseCount, (double)entry.Value / entry.PurchaseCount);

    // The whole buyer breaks ties, so that the order of those that share a fingerprint cannot matter either.
    private static IEnumerable<SampledBuyer> Smallest(IEnumerable<SampledBuyer> buyers) => buyers
        .Distinct()
        .OrderBy(buyer => buyer.Fingerprint)
        .ThenBy(buyer => buyer.FirstDay)
        .ThenBy(buyer => buyer.LastDay)
        .ThenBy(buyer => buyer.Purchases)
        .ThenBy(buyer => buyer.MeanValue)
        .Take(Limits.BuyingSampleMax);
}
