using CxGrains.Domain.Scores.Buying;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BuyingSampleTests
{
    private static readonly Gen<SampledBuyer> One =
        from id in Gen.Choose(0, 200)
        from firstDay in Gen.Choose(10_000, 10_300)
        from days in Gen.Choose(0, 300)
        from purchases in Gen.Choose(1, 30)
        from cents in Gen.Choose(-100, 10_000)
        select new SampledBuyer(Fingerprint.Of(id), firstDay, firstDay + days, purchases, cents / 100.0);

    private static readonly Gen<SampledBuyer[]> Many = One.ArrayOf();

    [Fact]
    public void Merging_is_like_one_sample_of_all_in_any_order_and_again() => Law.Holds(Many.Three(), given =>
    {
        var (a, b, c) = (BuyingSample.Of(given.Item1), BuyingSample.Of(given.Item2), BuyingSample.Of(given.Item3));
        var all = BytesOf(BuyingSample.Of(given.Item1.Concat(given.Item2).Concat(given.Item3)));
        return all.SequenceEqual(BytesOf(BuyingSample.Merge(BuyingSample.Merge(a, b), c)))
            && all.SequenceEqual(BytesOf(BuyingSample.Merge(c, BuyingSample.Merge(b, a))))
            && all.SequenceEqual(BytesOf(BuyingSample.Merge(BuyingSample.Merge(a, b), BuyingSample.Merge(c, b))));
    });

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Many, buyers => BuyingSample.Of(buyers).Buyers.SequenceEqual(Bytes.Read(BytesOf(BuyingSample.Of(buyers)), (reader, _) => BuyingSample.Decode(reader)).Buyers));

    [Fact]
    public void It_is_bounded_and_takes_the_smallest_fingerprints_however_they_come()
    {
        var buyers = Enumerable.Range(0, 25_000).Select(i => new SampledBuyer(Fingerprint.Of(i), 1, 2, 2, 5)).ToList();
        var smallest = buyers.OrderBy(buyer => buyer.Fingerprint).Take(Limits.BuyingSampleMax).ToList();

        Assert.Equal(smallest, BuyingSample.Of(buyers).Buyers);
        Assert.Equal(smallest, BuyingSample.Merge(BuyingSample.Of(buyers.Take(9_000)), BuyingSample.Of(buyers.Skip(9_000))).Buyers);
    }

    [Fact]
    public void Bytes_of_an_unknown_version_are_refused() =>
        Assert.Throws<StateFormatException>(() => Bytes.Read([99, 0], (reader, _) => BuyingSample.Decode(reader)));

    private static byte[] BytesOf(BuyingSample sample) => Bytes.Of(sample.Encode);
}
