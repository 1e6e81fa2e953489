using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Scores;

public class MeanScoreTests
{
    [Fact]
    public void The_textbook_sample_has_its_textbook_deviation()
    {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squared deviations 32, so s = sqrt(32/7).
        var mean = new MeanScore(8, 40, 232);

        Assert.Equal(5, mean.Score);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), mean.StandardError!.Value, 12);
        Assert.Equal(1.4816, mean.MarginOfError!.Value, 4);
    }

    [Fact]
    public void A_single_answer_has_no_spread()
    {
        var mean = new MeanScore(1, 4, 16);

        Assert.Equal(4, mean.Score);
        Assert.Null(mean.StandardError);
        Assert.Null(mean.MarginOfError);
    }

    [Fact]
    public void Many_equal_answers_have_no_error_left_by_rounding()
    {
        const long Responses = 1_000_000_007;

        Assert.Equal(0, new MeanScore(Responses, 7 * Responses, 49 * Responses).StandardError);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 4, 7)]
    public void Impossible_sums_are_refused(long responses, long sum, long sumOfSquares) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanScore(responses, sum, sumOfSquares));
}
