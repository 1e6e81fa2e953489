using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Segments;

public class WorkspaceShardTests
{
    private const string GoldenVersion1 =
        "012C01000000000000010100030000000000000001000000000000000000000000008000000000800000000080002F4A"
        + "000001AF940101000000000080000000008000";

    private static readonly Gen<WorkspaceShard> Shards =
        from members in Members.Many
        from interactions in Gen.Choose(0, 1000)
        from scores in Gen.Choose(0, 10).ArrayOf()
        select Of(members, interactions, scores);

    [Fact]
    public void All_answers_count_beside_the_latest_ones()
    {
        var shard = Of([new PopulationMember(RiskBand.Low, new LatestAnswer(0, 9, 10), null, null, Purchases.None)], 5, [3, 9]);
        shard.AddInteractions(-2);

        Assert.Equal(new NpsScore(1, 0, 1), shard.Answers.Nps(0, 19_000));
        Assert.Equal(new NpsScore(1, 0, 0), shard.Customers.LatestAnswers.Nps(0, 0));
        Assert.Equal(3, shard.Interactions);
    }

    [Fact]
    public void Merging_is_commutative_and_associative() => Law.Holds(
        Shards.Three(),
        given =>
        {
            var (a, b, c) = given;
            return Encode(WorkspaceShard.Merge(a, b)).SequenceEqual(Encode(WorkspaceShard.Merge(b, a)))
                && Encode(WorkspaceShard.Merge(WorkspaceShard.Merge(a, b), c)).SequenceEqual(Encode(WorkspaceShard.Merge(a, WorkspaceShard.Merge(b, c))));
        });

    [Fact]
    public void Merging_adds_up()
    {
        var shard = Of([], 5, [3, 9]);
        var merged = WorkspaceShard.Merge(shard, shard);

        Assert.Equal(10, merged.Interactions);
        Assert.Equal(new NpsScore(2, 0, 2), merged.Answers.Nps(0, 20_000));
    }

    [Fact]
    public void A_position_is_news_once()
    {
        var shard = new WorkspaceShard();

        Assert.True(shard.TryAdvance(Position.At(1, 1)));
        Assert.False(shard.TryAdvance(Position.At(1, 1)));
        Assert.Equal(Position.At(1, 1), shard.Position);
    }

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Shards,
        shard =>
        {
            var bytes = Encode(shard);
            var read = Bytes.Read(bytes, WorkspaceShard.Decode);
            return bytes.SequenceEqual(Encode(read)) && View(read) == View(shard);
        });

    [Fact]
    public void Bytes_of_version_1_still_read()
    {

        var golden = Of([new PopulationMember(RiskBand.Medium, null, null, null, Purchases.None)], 300, [9]);
        golden.TryAdvance(Position.At(3, 1));
        var read = Bytes.Read(Convert.FromHexString(GoldenVersion1), WorkspaceShard.Decode);

        Assert.Equal(View(golden), View(read));
        Assert.Equal(Position.At(3, 1), read.Position);
        Assert.Equal(Convert.ToHexString(Encode(golden)), Convert.ToHexString(Encode(read)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Bytes_of_an_unknown_version_are_refused(byte version)
    {
        var bytes = Convert.FromHexString(GoldenVersion1);
        bytes[0] = version;

        Assert.Throws<StateFormatException>(() => Bytes.Read(bytes, WorkspaceShard.Decode));
    }

    private static WorkspaceShard Of(PopulationMember[] members, long interactions, int[] npsScores)
    {
        var shard = new WorkspaceShard();
        shard.AddInteractions(interactions);
        foreach (var member in members)
        {
            shard.Customers.Join(member);
        }

        foreach (var score in npsScores)
        {
            shard.Answers.Add(SurveyMetric.Nps, score, 10, 19_000 - score);
        }

        return shard;
    }

    private static string View(WorkspaceShard shard) => string.Join(
        '\n',
        [
            $"{shard.Interactions}",
            Members.View(shard.Customers),
            .. Enumerable.Range(18_990, 11).Select(day => $"{shard.Answers.Nps(day, day)}"),
        ]);

    private static byte[] Encode(WorkspaceShard shard) => Bytes.Of(shard.Encode);
}
