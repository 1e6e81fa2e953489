using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class CsatScoreTests
{
    [Theory]
    [InlineData(3, 5, false)]
    [InlineData(4, 5, true)]
    [InlineData(5, 5, true)]
    [InlineData(5, 7, false)]
    [InlineData(6, 7, true)]
    [InlineData(8, 10, false)]
    [InlineData(9, 10, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(2, 3, true)]
    public void The_top_two_boxes_of_any_scale_are_satisfied(int score, int scale, bool satisfied) =>
        Assert.Equal(satisfied, CsatScore.IsSatisfied(score, scale));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(6, 5)]
    [InlineData(1, 1)]
    [InlineData(1, 11)]
    public void A_score_outside_its_scale_is_refused(int score, int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CsatScore.IsSatisfied(score, scale));

    [Fact]
    public void The_score_is_the_percent_that_is_satisfied_with_its_Wilson_interval()
    {
        var csat = new CsatScore(81, 263);

        Assert.Equal(30.798, csat.Score, 3);
        Assert.Equal(new ProportionInterval(81, 263), csat.Interval);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    public void Impossible_counts_are_refused(long satisfied, long responses) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsatScore(satisfied, responses));
}
