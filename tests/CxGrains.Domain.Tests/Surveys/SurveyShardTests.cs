using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Surveys;

public class SurveyShardTests
{
    // Two answers on day 19000, one of them on the web with a comment; one sent; at position 3.1.
    private const string GoldenVersion1 =
        "01000A01000300000000000200000000000000384A000001B894010000000100000000000100384A000001B894010101"
        + "03776562384A000001B8940100000000000000000001000108636865636B6F7574384A000001B8940100000000000000"
        + "00000100010120FC367E0100000700000000000000090361646106536368C3B66E";

    // Version, and the comment's channel behind its words.
    private static readonly string GoldenVersion2 = $"02{GoldenVersion1[2..]}03776562";

    [Fact]
    public void An_answer_counts_for_its_UTC_day_channel_and_touchpoint()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        var lastMs = Instants.StartOfDayMs(Answers.FirstDay + 1) - 1;
        shard.Add(Answers.Nps(lastMs, 9) with { Channel = "web", Touchpoint = "checkout" });
        shard.Add(Answers.Nps(lastMs + 1, 3) with { Channel = "web" });

        Assert.Equal(new NpsScore(1, 0, 0), shard.Window(Answers.FirstDay, Answers.FirstDay).Nps());
        Assert.Equal(new NpsScore(1, 0, 1), shard.Window(Answers.FirstDay, Answers.FirstDay + 1).Nps());
        Assert.Null(shard.Window(Answers.FirstDay - 30, Answers.FirstDay - 1).Nps());
        Assert.Equal([("web", 2L)], Rows(shard.Channels));
        Assert.Equal([("checkout", 1L)], Rows(shard.Touchpoints));
        Assert.Equal(2, shard.Responses);
    }

    [Fact]
    public void Each_metric_makes_its_own_score()
    {
        var csat = new SurveyShard(SurveyMetric.Csat, 5);
        var ces = new SurveyShard(SurveyMetric.Ces, 7);
        foreach (var score in (int[])[5, 4, 3])
        {
            csat.Add(Answers.Nps(0, score) with { Metric = SurveyMetric.Csat, Scale = 5 });
            ces.Add(Answers.Nps(0, score) with { Metric = SurveyMetric.Ces, Scale = 7 });
        }

        Assert.Equal(new CsatScore(2, 3), csat.Window(0, 0).Csat());
        Assert.Equal(new MeanScore(3, 12, 50), csat.Window(0, 0).Mean());
        Assert.Equal(new CesScore([0, 0, 1, 1, 1, 0, 0]), ces.Window(0, 0).Ces());
        Assert.Equal(1, ces.Window(0, 0)[4]);
    }

    [Fact]
    public void Without_answers_there_is_no_score()
    {
        var counts = new SurveyShard(SurveyMetric.Ces, 7).Window(0, 100);

        Assert.Null(counts.Nps());
        Assert.Null(counts.Csat());
        Assert.Null(counts.Ces());
        Assert.Null(counts.Mean());
    }

    [Fact]
    public void The_trend_is_the_trailing_window_of_each_day()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        shard.Add(Answers.Nps(Instants.StartOfDayMs(100), 9));
        shard.Add(Answers.Nps(Instants.StartOfDayMs(102), 2));

        var trend = shard.Trailing(lastDay: 103, days: 4, windowDays: 2);

        Assert.Equal([100.0, 100.0, -100.0, -100.0], trend.Select(counts => counts.Nps()!.Value.Score));
    }

    [Fact]
    public void The_response_rate_is_that_of_the_window()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        shard.AddSent(Instants.StartOfDayMs(100));
        shard.AddSent(Instants.StartOfDayMs(101));
        shard.AddSent(Instants.StartOfDayMs(101));
        shard.Add(Answers.Nps(Instants.StartOfDayMs(101), 9));

        Assert.Equal(new ResponseRate(2, 1), shard.ResponseRate(101, 101));
    }

    [Fact]
    public void A_position_is_news_once()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);

        Assert.True(shard.TryAdvance(Position.At(2, 0)));
        Assert.False(shard.TryAdvance(Position.At(2, 0)));
        Assert.False(shard.TryAdvance(Position.At(1, 5)));
        Assert.True(shard.TryAdvance(Position.At(2, 1)));
        Assert.Equal(Position.At(2, 1), shard.Position);
    }

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        Law.Holds(Answers.Many, answers => Encode(Fold(answers)).SequenceEqual(Encode(Fold(answers.Reverse()))));

    [Fact]
    public void What_is_withdrawn_might_never_have_been_there() => Law.Holds(
        Answers.Many.Two(),
        pair =>
        {
            // Its newest day stays known, and so do its channels: bytes differ there, views do not.
            var (kept, withdrawn) = (pair.Item1.Take(20).ToArray(), pair.Item2.Take(20).ToArray());
            var shard = Fold(kept.Concat(withdrawn));
            foreach (var answer in withdrawn)
            {
                shard.Withdraw(answer);
            }

            return View(shard) == View(Fold(kept));
        });

    [Fact]
    public void Merging_is_like_adding_all_to_one() => Law.Holds(
        Answers.Many.Two(),
        pair => Encode(SurveyShard.Merge(Fold(pair.Item1), Fold(pair.Item2))).SequenceEqual(Encode(Fold(pair.Item1.Concat(pair.Item2)))));

    [Fact]
    public void Merging_is_commutative_and_associative() => Law.Holds(
        Answers.Many.Three(),
        given =>
        {
            var (a, b, c) = (Fold(given.Item1), Fold(given.Item2), Fold(given.Item3));
            return Encode(SurveyShard.Merge(a, b)).SequenceEqual(Encode(SurveyShard.Merge(b, a)))
                && Encode(SurveyShard.Merge(SurveyShard.Merge(a, b), c)).SequenceEqual(Encode(SurveyShard.Merge(a, SurveyShard.Merge(b, c))));
        });

    [Fact]
    public void What_was_sent_merges_too()
    {
        var (a, b) = (Fold([]), Fold([]));
        a.AddSent(0);
        b.AddSent(0);
        b.AddSent(Instants.StartOfDayMs(1));

        Assert.Equal(3, SurveyShard.Merge(a, b).ResponseRate(0, 1).Sent);
    }

    [Fact]
    public void A_merged_shard_stands_in_no_log()
    {
        var shard = Fold([]);
        shard.TryAdvance(Position.At(4, 0));

        Assert.Equal(Position.None, SurveyShard.Merge(shard, shard).Position);
    }

    [Fact]
    public void Surveys_of_different_scales_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => SurveyShard.Merge(new SurveyShard(SurveyMetric.Csat, 5), new SurveyShard(SurveyMetric.Csat, 7)));

    [Fact]
    public void An_answer_that_does_not_belong_is_refused_and_changes_nothing()
    {
        var shard = new SurveyShard(SurveyMetric.Csat, 5);
        var answer = Answers.Nps(0, 3) with { Metric = SurveyMetric.Csat, Scale = 5, Comment = "hm", Channel = "web" };
        var before = Encode(shard);

        Assert.Throws<ArgumentException>(() => shard.Add(answer with { Metric = SurveyMetric.Rating }));
        Assert.Throws<ArgumentException>(() => shard.Add(answer with { Scale = 7 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => shard.Add(answer with { Score = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => shard.Add(answer with { Score = 6 }));
        Assert.Equal(before, Encode(shard));
    }

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Answers.Many,
        answers =>
        {
            var shard = Fold(answers);
            shard.TryAdvance(Position.At(7, 3));
            shard.AddSent(0);
            var bytes = Encode(shard);
            var read = Bytes.Read(bytes, SurveyShard.Decode);
            return bytes.SequenceEqual(Encode(read)) && View(read) == View(shard) && read.Position == shard.Position;
        });

    [Fact]
    public void Bytes_of_version_1_still_read()
    {
        var read = Bytes.Read(Convert.FromHexString(GoldenVersion1), SurveyShard.Decode);

        Assert.Equal(View(Golden()).Replace("Channel = web", "Channel = ", StringComparison.Ordinal), View(read));
        Assert.Equal(Position.At(3, 1), read.Position);
    }

    [Fact]
    public void Bytes_of_version_2_read_and_are_written()
    {
        Assert.Equal(View(Golden()), View(Bytes.Read(Convert.FromHexString(GoldenVersion2), SurveyShard.Decode)));
        Assert.Contains("Channel = web", View(Golden()), StringComparison.Ordinal);
        Assert.Equal(GoldenVersion2, Convert.ToHexString(Encode(Golden())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Bytes_of_an_unknown_version_are_refused(byte version)
    {
        var bytes = Convert.FromHexString(GoldenVersion1);
        bytes[0] = version;

        Assert.Throws<StateFormatException>(() => Bytes.Read(bytes, SurveyShard.Decode));
    }

    private static SurveyShard Golden()
    {
        var atMs = Instants.StartOfDayMs(Answers.FirstDay) + 1;
        var shard = Fold(
        [
            Answers.Nps(atMs, 9) with { Channel = "web", Touchpoint = "checkout", Comment = "Schön", Key = 7 },
            Answers.Nps(atMs, 3) with { Key = 8 },
        ]);
        shard.AddSent(atMs);
        shard.TryAdvance(Position.At(3, 1));
        return shard;
    }

    private static SurveyShard Fold(IEnumerable<AnswerContribution> answers)
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        foreach (var answer in answers)
        {
            shard.Add(answer);
        }

        return shard;
    }

    // All that a reader can see.
    private static string View(SurveyShard shard) => string.Join(
        '\n',
        [
            $"{shard.Metric} {shard.Scale} {shard.Responses} {shard.ResponseRate(0, 30_000)}",
            .. Enumerable.Range(Answers.FirstDay, 31).Select(day => string.Join(' ', Enumerable.Range(0, 11).Select(score => shard.Window(day, day)[score]))),
            .. Rows(shard.Channels).Select(row => row.ToString()),
            .. Rows(shard.Touchpoints).Select(row => row.ToString()),
            .. shard.Comments.Select(comment => comment.ToString()),
        ]);

    private static IEnumerable<(string Name, long Responses)> Rows(Breakdown breakdown) =>
        breakdown.Window(0, 30_000).Select(row => (row.Name, row.Counts.Responses));

    private static byte[] Encode(SurveyShard shard) => Bytes.Of(shard.Encode);
}
