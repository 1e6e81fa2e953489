using CxGrains.Domain.Scores.Buying;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class GammaGammaTests
{
    private static readonly GammaGamma Published = new(6.25, 3.74, 15.44);

    private static readonly Gen<GammaGamma> Models =
        from p in Buyers.LogUniform(GammaGamma.ParameterMin, 1e4)
        from q in Buyers.LogUniform(GammaGamma.ParameterMin, 1e4)
        from gamma in Buyers.LogUniform(GammaGamma.ParameterMin, GammaGamma.ParameterMax)
        select new GammaGamma(p, 1 + q, gamma);

    private static readonly Gen<SpendHistory> Histories =
        from purchases in Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, Buyers.RepeatsMax))
        from mean in Buyers.LogUniform(0.01, 1e12)
        select new SpendHistory(purchases, mean);

    // The first ten customers of the spreadsheet beside the note, brucehardie.com/notes/025.
    [CdnowFact]
    public void The_published_expected_values_come_out() => Assert.Equal(
        [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17],
        CdnowFile.ReadSpending().Take(10).Select(Published.ExpectedValue),
        (expected, actual) => Math.Abs(expected - actual) < 0.05);

    [Fact]
    public void A_likelihood_is_the_density_of_the_note()
    {
        // p = 2, q = 3, gamma = 5, x = 2, m = 7: Γ(7)/(Γ(4)Γ(3)) * 5^3 * 7^3 * 2^4 / (5+14)^7.
        var expected = 720.0 / (6 * 2) * 125 * 343 * 16 / Math.Pow(19, 7);

        Assert.Equal(Math.Log(expected), new GammaGamma(2, 3, 5).LogLikelihood(new SpendHistory(2, 7)), 12);
    }

    [Fact]
    public void An_expected_value_lies_between_the_customer_s_own_and_that_of_all() => Law.Holds(
        from model in Models
        from history in Histories
        select (model, history),
        given =>
        {
            var (all, own, expected) = (given.model.MeanValue, given.history.MeanValue, given.model.ExpectedValue(given.history));
            return expected >= Math.Min(all, own) * (1 - 1e-9) && expected <= Math.Max(all, own) * (1 + 1e-9);
        },
        runs: 2000);

    [Fact]
    public void Of_whom_nothing_is_known_the_mean_of_all_is_expected()
    {
        Assert.Equal(Published.MeanValue, Published.ExpectedValue(default), 12);
        Assert.Equal(0, Published.LogLikelihood(default));
    }

    [Fact]
    public void Likelihoods_of_up_to_10000_purchases_are_numbers() => Law.Holds(
        from model in Models
        from history in Histories
        select (model, history),
        given => double.IsFinite(given.model.LogLikelihood(given.history)),
        runs: 2000);

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, double.NaN)]
    [InlineData(double.PositiveInfinity, 2, 1)]
    public void Impossible_parameters_are_refused(double p, double q, double gamma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGamma(p, q, gamma));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void Impossible_histories_are_refused(int purchases, double meanValue) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpendHistory(purchases, meanValue));
}
