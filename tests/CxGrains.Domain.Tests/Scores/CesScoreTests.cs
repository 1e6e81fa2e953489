using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class CesScoreTests
{
    [Fact]
    public void Both_published_methods_come_from_the_same_answers()
    {
        var ces = new CesScore([1, 0, 2, 3, 4, 5, 6]);

        Assert.Equal(21, ces.Responses);
        Assert.Equal((1 + 6 + 12 + 20 + 30 + 42) / 21.0, ces.Mean.Score);
        Assert.Equal(new MeanScore(21, 111, 1 + 18 + 48 + 100 + 180 + 294), ces.Mean);
        Assert.Equal(15, ces.Agreeing);
        Assert.Equal(100 * 15 / 21.0, ces.AgreePercent);
        Assert.Equal(new ProportionInterval(15, 21), ces.AgreeInterval);
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CesScore([0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CesScore([2, 0, 0, 0, 0, 0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CesScore([1, 1, 1]));
    }
}
