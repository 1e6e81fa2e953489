using System.Text;

namespace CxGrains.Domain.Tests;

public class FingerprintTests
{
    // Fingerprints are stored: a change of these would make every remembered id unknown.
    [Theory]
    [InlineData("", 17280346270528514342UL)]
    [InlineData("a", 9413272369427828315UL)]
    [InlineData("order-42", 10252255694233035654UL)]
    public void Stored_fingerprints_stay_what_they_are(string text, ulong expected)
    {
        Assert.Equal(expected, Fingerprint.Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, Fingerprint.Of(text.AsSpan()));
    }

    [Fact]
    public void Stored_fingerprints_of_numbers_stay_what_they_are() => Assert.Equal(1459808606483858007UL, Fingerprint.Of(7L));

    [Fact]
    public void No_fingerprint_stands_for_no_id() => Assert.Equal(1UL, Fingerprint.Of(unchecked((long)14695981039346656037)));

    [Fact]
    public void Sequential_ids_differ_in_every_part_of_the_fingerprint()
    {
        var prints = Enumerable.Range(0, 100_000).Select(i => Fingerprint.Of($"id-{i}".AsSpan())).ToList();

        Assert.Equal(prints.Count, prints.Distinct().Count());

        // 2^16 buckets by the highest bits: with 100,000 random prints about 14,250 stay empty.
        Assert.InRange(prints.Select(print => print >> 48).Distinct().Count(), 50_500, 52_100);
    }
}
