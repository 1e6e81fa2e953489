using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class NpsScoreTests
{
    [Fact]
    public void The_published_example_has_its_published_error()
    {
        var nps = new NpsScore(162, 108, 54);

        Assert.Equal(33.33, nps.Score, 2);
        Assert.Equal(4.141, nps.StandardError, 3);
        Assert.Equal(8.116, nps.MarginOfError, 3);
        Assert.Equal(324, nps.Responses);
    }

    [Theory]
    [InlineData(5, 0, 0, 100)]
    [InlineData(0, 5, 0, 0)]
    [InlineData(0, 0, 5, -100)]
    public void Answers_of_one_kind_have_the_score_of_that_kind(long promoters, long passives, long detractors, double score)
    {
        var nps = new NpsScore(promoters, passives, detractors);

        Assert.Equal(score, nps.Score);
        Assert.Equal(0, nps.MarginOfError);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 2, 2)]
    [InlineData(2, -1, 2)]
    [InlineData(2, 2, -1)]
    public void Impossible_counts_are_refused(long promoters, long passives, long detractors) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NpsScore(promoters, passives, detractors));
}
