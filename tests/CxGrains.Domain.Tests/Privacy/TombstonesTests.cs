using System.Text;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Tests.Privacy;

public class TombstonesTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, Tombstones.SaltBytes).Select(i => (byte)i)];

    [Fact]
    public void They_hold_until_their_time_is_over()
    {
        var tombstones = new Tombstones(Salt);
        tombstones.Add("ada", ["Ada@Example.com"], nowMs: 0, untilMs: 100);

        Assert.True(tombstones.Holds("ada", 99));
        Assert.False(tombstones.Holds("bob", 99));
        Assert.True(tombstones.Names("ada@example.COM"));
        Assert.False(tombstones.Holds("ada@example.com", 99));
        Assert.True(tombstones.IsOf("ada"));
        Assert.False(tombstones.Holds("ada", 100));
        Assert.False(tombstones.IsOf("ada"));
    }

    [Fact]
    public void What_is_over_is_forgotten_with_the_next_one()
    {
        var tombstones = new Tombstones(Salt);
        tombstones.Add("ada", [], nowMs: 0, untilMs: 100);
        tombstones.Add("bob", [], nowMs: 100, untilMs: 200);

        Assert.Equal(1, tombstones.Count);
    }

    [Fact]
    public void Past_their_bound_those_that_end_first_go()
    {
        var tombstones = new Tombstones(Salt);
        tombstones.Add("ada", [], nowMs: 0, untilMs: 100);
        tombstones.Add("bob", [], nowMs: 0, untilMs: 300);
        tombstones.AddEmails(Enumerable.Range(0, Tombstones.CountMax - 1).Select(i => $"{i}@example.com"), nowMs: 0, untilMs: 200);

        Assert.Equal((Tombstones.CountMax, false, true), (tombstones.Count, tombstones.IsOf("ada"), tombstones.IsOf("bob")));
    }

    [Fact]
    public void Their_bytes_name_nobody_and_are_the_same_when_read_again()
    {
        var tombstones = new Tombstones(Salt);
        tombstones.Add("ada-lovelace", ["ada@example.com"], nowMs: 0, untilMs: 100);
        tombstones.Name(Position.At(7, 3));

        var bytes = Bytes.Of(tombstones.Encode);
        var read = Bytes.Read(bytes, static (reader, _) => Tombstones.Decode(reader));

        Assert.DoesNotContain("ada", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.True(read.Holds("ada-lovelace", 99) && read.Names("ada@example.com"));
        Assert.Equal(Position.At(7, 3), read.LastNamed);
    }

    [Fact]
    public void Another_salt_gives_other_bytes()
    {
        var tombstones = new Tombstones(new byte[Tombstones.SaltBytes]);
        var others = new Tombstones(Salt);
        tombstones.Add("ada", [], 0, 100);
        others.Add("ada", [], 0, 100);

        Assert.NotEqual(Bytes.Of(tombstones.Encode)[17..], Bytes.Of(others.Encode)[17..]);
    }
}
