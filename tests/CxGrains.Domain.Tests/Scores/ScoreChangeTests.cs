using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class ScoreChangeTests
{
    // A published example: 351 of 605 against 41 of 195 gives z = 8.99 (Penn State, STAT 415, lesson 9.4).
    [Fact]
    public void Two_shares_give_the_published_z()
    {
        var change = ScoreChange.Between(new CsatScore(41, 195), new CsatScore(351, 605))!;

        Assert.Equal(8.99, change.Z, 2);
        Assert.Equal(36.99, change.Difference, 2);
        Assert.True(change.IsReal);
    }

    // By hand: 60/20/20 has 40 points with error 8, 50/20/30 has 20 points with error 8.7178; z = 20 / 11.8322 = 1.6903, p = 0.0910.
    [Fact]
    public void Two_nps_give_the_z_worked_out_by_hand()
    {
        var change = ScoreChange.Between(new NpsScore(50, 20, 30), new NpsScore(60, 20, 20))!;

        Assert.Equal(20, change.Difference, 10);
        Assert.Equal(1.6903, change.Z, 4);
        Assert.Equal(0.0910, change.P, 4);
        Assert.False(change.IsReal);
        Assert.Equal(-change.Z, ScoreChange.Between(new NpsScore(60, 20, 20), new NpsScore(50, 20, 30))!.Z, 10);
    }

    // By hand: 25 answers of 3 and 25 of 5 have mean 4 and error 0.142857; 5 everywhere but for 25 of 50 that are 4, 4.5 and 0.0714286.
    [Fact]
    public void Two_means_give_the_z_worked_out_by_hand()
    {
        var change = ScoreChange.Between(new MeanScore(50, 200, 850), new MeanScore(50, 225, 1025))!;

        Assert.Equal(0.5, change.Difference, 10);
        Assert.Equal(0.5 / Math.Sqrt((0.142857 * 0.142857) + (0.0714286 * 0.0714286)), change.Z, 3);
        Assert.True(change.IsReal);
    }

    // The tables' own figures: a z of 1.96 leaves 5 %, one of 2.576 leaves 1 %.
    [Theory]
    [InlineData(1.959964, 0.05)]
    [InlineData(2.575829, 0.01)]
    public void A_p_value_is_that_of_the_tables(double z, double p)
    {
        // The pooled error of many answers, half and half, is sqrt(0.5 / n); the shares lie so far apart that z is met nearly.
        var n = 10_000_000L;
        var hits = (long)(n * (0.5 + (z * Math.Sqrt(0.5 / n) / 2)));

        Assert.Equal(p, ScoreChange.Between(new CsatScore(n - hits, n), new CsatScore(hits, n))!.P, 4);
    }

    [Fact]
    public void Few_answers_on_either_side_tell_nothing()
    {
        Assert.NotNull(ScoreChange.Between(new CsatScore(5, 20), new CsatScore(20, 20)));
        Assert.Null(ScoreChange.Between(new CsatScore(5, 19), new CsatScore(20, 20)));
        Assert.Null(ScoreChange.Between(new NpsScore(500, 0, 0), new NpsScore(0, 0, 19)));
        Assert.Null(ScoreChange.Between(null, new NpsScore(500, 0, 0)));
    }

    [Fact]
    public void Answers_all_alike_are_no_change_where_they_stay_and_one_where_they_turn()
    {
        var same = ScoreChange.Between(new NpsScore(20, 0, 0), new NpsScore(30, 0, 0))!;
        Assert.Equal((0.0, 1.0, false), (same.Z, same.P, same.IsReal));

        // By hand: of 50 answers 20 at +100 and 30 at -100, z = sqrt(50).
        var turned = ScoreChange.Between(new NpsScore(20, 0, 0), new NpsScore(0, 0, 30))!;
        Assert.Equal(-Math.Sqrt(50), turned.Z, 10);
        Assert.True(turned.IsReal);

        Assert.Equal(0, ScoreChange.Between(new CsatScore(20, 20), new CsatScore(30, 30))!.Z);
        Assert.True(ScoreChange.Between(new CsatScore(20, 20), new CsatScore(0, 30))!.IsReal);
    }

    // With the fewest answers allowed and no true difference, about 5 % of the windows may seem to differ.
    [Fact]
    public void Chance_alone_seems_real_about_as_often_as_it_should()
    {
        var random = new Random(7);
        var seemReal = 0;
        for (var i = 0; i < 20_000; i++)
        {
            seemReal += ScoreChange.Between(Draw(random), Draw(random))!.IsReal ? 1 : 0;
        }

        Assert.InRange(seemReal / 20_000.0, 0.035, 0.065);
    }

    private static NpsScore Draw(Random random)
    {
        var (promoters, detractors) = (0, 0);
        for (var i = 0; i < ScoreChange.AnswersMin; i++)
        {
            var at = random.NextDouble();
            promoters += at < 0.5 ? 1 : 0;
            detractors += at >= 0.8 ? 1 : 0;
        }

        return new NpsScore(promoters, ScoreChange.AnswersMin - promoters - detractors, detractors);
    }
}
