using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Segments;

public class PopulationShardTests
{
    private const string GoldenVersion1 =
        "010100030000000000000000010100000000000000010345555231010000000000000000000000000100384A000001B8"
        + "9401010000384A000001B894010100384A000001B8940100000000000100";

    private static readonly long AtMs = Instants.StartOfDayMs(19_000) + 1;

    private static readonly PopulationMember Ada = new(
        RiskBand.High,
        new LatestAnswer(AtMs, 9, 10),
        new LatestAnswer(AtMs, 4, 5),
        new LatestAnswer(AtMs, 6, 7),
        Purchases.None.With(1, "EUR", 30.50m));

    [Fact]
    public void Members_are_summed_up()
    {
        var shard = Fold([Ada, Ada with { Band = RiskBand.Low, Nps = null, Purchases = Purchases.None.With(1, "JPY", 500) }]);

        Assert.Equal(2, shard.Members);
        Assert.Equal([0L, 1, 0, 1], Enum.GetValues<RiskBand>().Select(shard.CountOf));
        Assert.Equal(new NpsScore(1, 0, 0), shard.LatestAnswers.Nps(19_000, 19_000));
        Assert.Equal(new CsatScore(2, 2), shard.LatestAnswers.Csat(19_000, 19_000));
        Assert.Equal(2, shard.LatestAnswers.Ces(19_000, 19_000)!.Value.Agreeing);
        Assert.Equal(Purchases.None.With(1, "EUR", 30.5m).With(1, "JPY", 500), shard.Purchases);
    }

    [Fact]
    public void Amounts_come_without_trailing_zeros() => Assert.Equal("30.5", Fold([Ada]).Purchases.ByCurrency[0].Amount.ToString());

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Law.Holds(Members.Many, members => Encode(Fold(members)).SequenceEqual(Encode(Fold(members.Reverse()))));

    [Fact]
    public void Who_left_might_never_have_been_there() => Law.Holds(
        Members.Many.Two(),
        pair =>
        {
            var shard = Fold(pair.Item1.Concat(pair.Item2));
            foreach (var member in pair.Item2)
            {
                shard.Leave(member);
            }

            return Members.View(shard) == Members.View(Fold(pair.Item1));
        });

    [Fact]
    public void Merging_is_like_all_joining_one_in_any_order() => Law.Holds(
        Members.Many.Three(),
        given =>
        {
            var (a, b, c) = (Fold(given.Item1), Fold(given.Item2), Fold(given.Item3));
            var all = Encode(Fold(given.Item1.Concat(given.Item2).Concat(given.Item3)));
            return all.SequenceEqual(Encode(PopulationShard.Merge(PopulationShard.Merge(a, b), c)))
                && all.SequenceEqual(Encode(PopulationShard.Merge(a, PopulationShard.Merge(b, c))))
                && all.SequenceEqual(Encode(PopulationShard.Merge(PopulationShard.Merge(c, b), a)));
        });

    [Fact]
    public void A_position_is_news_once_and_a_merged_shard_has_none()
    {
        var shard = new PopulationShard();

        Assert.True(shard.TryAdvance(Position.At(2, 1)));
        Assert.False(shard.TryAdvance(Position.At(2, 1)));
        Assert.False(shard.TryAdvance(Position.At(2, 0)));
        Assert.Equal(Position.None, PopulationShard.Merge(shard, shard).Position);
    }

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Members.Many,
        members =>
        {
            var bytes = Encode(Fold(members));
            var read = Bytes.Read(bytes, PopulationShard.Decode);
            return bytes.SequenceEqual(Encode(read)) && Members.View(read) == Members.View(Fold(members));
        });

    [Fact]
    public void Bytes_of_version_1_still_read()
    {

        var golden = Fold([Ada]);
        golden.TryAdvance(Position.At(3, 1));
        var read = Bytes.Read(Convert.FromHexString(GoldenVersion1), PopulationShard.Decode);

        Assert.Equal(Members.View(golden), Members.View(read));
        Assert.Equal(Position.At(3, 1), read.Position);
        Assert.Equal($"02{GoldenVersion1[2..]}00", Convert.ToHexString(Encode(golden)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Bytes_of_an_unknown_version_are_refused(byte version)
    {
        var bytes = Convert.FromHexString(GoldenVersion1);
        bytes[0] = version;

        Assert.Throws<StateFormatException>(() => Bytes.Read(bytes, PopulationShard.Decode));
    }

    private static PopulationShard Fold(IEnumerable<PopulationMember> members)
    {
        var shard = new PopulationShard();
        foreach (var member in members)
        {
            shard.Join(member);
        }

        return shard;
    }

    private static byte[] Encode(PopulationShard shard) => Bytes.Of(shard.Encode);
}
