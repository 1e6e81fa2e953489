using CxGrains.Domain.Scores.Buying;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BgNbdTests
{
    // The fit to the paper's data, as BgNbdFitterTests finds it.
    private static readonly BgNbd Unrounded = new(0.242593, 4.413514, 0.792885, 2.425753);

    [Theory]
    [InlineData(2, 30.43, 38.86, 0.72658)]
    [InlineData(1, 1.71, 38.86, 0.21210)]
    [InlineData(23, 39, 39, 0.96856)]
    [InlineData(10, 10, 39, 0.00018)]
    public void The_published_probabilities_of_being_alive_come_out(int repeats, double recencyWeeks, double ageWeeks, double probability) =>
        Assert.Equal(probability, Buyers.Published.AliveProbability(new PurchaseHistory(repeats, recencyWeeks, ageWeeks)), 5);

    [Fact]
    public void The_published_purchases_to_come_of_a_customer_come_out() =>
        Assert.Equal(1.226, Buyers.Published.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 3);

    // These were computed from parameters with more decimals than the paper prints.
    [Theory]
    [InlineData(0.1429, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(31.8571, 1.0405)]
    [InlineData(32, 1.0437)]
    public void The_published_purchases_of_a_new_customer_come_out(double weeks, double purchases) =>
        Assert.Equal(purchases, Unrounded.ExpectedPurchases(weeks), 4);

    // The published 1.8576 is what the untransformed series gives when it is cut off after 150 terms; summed to its end it is 1.8580.
    [Fact]
    public void The_published_purchases_within_78_weeks_come_out_but_for_the_end_of_a_series()
    {
        Assert.Equal(1.8576, ByCutOffSeries(Unrounded, 78, terms: 150), 4);
        Assert.Equal(ByCutOffSeries(Unrounded, 78, terms: 5_000), Unrounded.ExpectedPurchases(78), 9);
        Assert.Equal(1.8580, Unrounded.ExpectedPurchases(78), 4);
    }


    [Fact]
    public void A_likelihood_is_the_density_of_the_paper()
    {
        // r = 1, alpha = 2, a = 1, b = 2, x = 2, t_x = 3, T = 4: B(1,4)/B(1,2) * Γ(3)*2/Γ(1) * (6^-3 + 1/3 * 5^-3).
        var expected = 0.25 / 0.5 * 4 * (Math.Pow(6, -3) + (Math.Pow(5, -3) / 3));

        Assert.Equal(Math.Log(expected), new BgNbd(1, 2, 1, 2).LogLikelihood(new PurchaseHistory(2, 3, 4)), 12);
    }

    [Fact]
    public void Whoever_has_not_come_back_has_not_left() => Law.Holds(
        from model in Buyers.AnyModels
        from ageWeeks in Buyers.LogUniform(0.01, 1040)
        select (model, ageWeeks),
        given => given.model.AliveProbability(new PurchaseHistory(0, 0, given.ageWeeks)) == 1);

    [Fact]
    public void Silence_lowers_the_probability_within_0_and_1() => Law.Holds(
        from model in Buyers.AnyModels
        from history in Buyers.Histories
        from moreWeeks in Buyers.LogUniform(0.01, 520)
        select (model, history, moreWeeks),
        given =>
        {
            var (model, now) = (given.model, given.history);
            var (before, after) = (model.AliveProbability(now), model.AliveProbability(new PurchaseHistory(now.Repeats, now.RecencyWeeks, now.AgeWeeks + given.moreWeeks)));
            return before <= 1 && after <= before && after >= 0 && (after < before || now.Repeats == 0 || before < 1e-300 || after > 1 - 1e-12);
        },
        runs: 2000);

    [Fact]
    public void Purchases_to_come_are_none_at_once_and_more_the_longer_one_waits() => Law.Holds(
        from model in Buyers.AnyModels
        from history in Buyers.Histories
        from weeks in Buyers.LogUniform(0.01, 520)
        from factor in Buyers.LogUniform(1.01, 10)
        select (model, history, weeks, factor),
        given =>
        {
            var (model, history) = (given.model, given.history);
            var (sooner, later) = (model.ExpectedPurchases(history, given.weeks), model.ExpectedPurchases(history, given.weeks * given.factor));
            return model.ExpectedPurchases(history, 0) == 0 && sooner >= 0 && double.IsFinite(later)
                && (later > sooner || later < 1e-300 || Math.Abs(later - sooner) <= 1e-9 * sooner);
        },
        runs: 2000);

    [Fact]
    public void Purchases_to_come_strictly_grow_where_models_are_ordinary() => Law.Holds(
        from model in Buyers.Models
        from repeats in Gen.Choose(0, 30)
        from weeks in Buyers.LogUniform(0.1, 200)
        from factor in Buyers.LogUniform(1.01, 10)
        select (model, history: new PurchaseHistory(repeats, repeats == 0 ? 0 : 50, 52), weeks, factor),
        given => given.model.ExpectedPurchases(given.history, given.weeks * given.factor) > given.model.ExpectedPurchases(given.history, given.weeks));

    [Fact]
    public void Likelihoods_of_up_to_10000_repeats_are_numbers() => Law.Holds(
        from model in Buyers.AnyModels
        from history in Buyers.Histories
        select (model, history),
        given => double.IsFinite(given.model.LogLikelihood(given.history)),
        runs: 2000);

    [Fact]
    public void Weighted_statistics_sum_the_customers_in_whatever_order() => Law.Holds(
        from model in Buyers.Models
        from histories in Buyers.Histories.ArrayOf()
        from copies in Gen.Choose(1, 5)
        select (model, histories, copies),
        given =>
        {
            var single = given.histories.Sum(given.model.LogLikelihood) * given.copies;
            var counted = new PurchaseStatistics(given.histories.Select(history => new CountedHistory(history, given.copies)));
            var spread = PurchaseStatistics.Of(Enumerable.Repeat(given.histories.Reverse(), given.copies).SelectMany(copy => copy));
            var sum = given.model.LogLikelihood(counted);
            return Math.Abs(sum - single) <= 1e-9 * (1 + Math.Abs(single))
                && given.model.LogLikelihood(spread) == sum
                && counted.Customers == given.copies * given.histories.Length;
        });

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, double.NaN, 1)]
    [InlineData(1, 1, 1, double.PositiveInfinity)]
    public void Impossible_parameters_are_refused(double r, double alphaWeeks, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbd(r, alphaWeeks, a, b));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_weeks_are_refused(double weeks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Buyers.Published.ExpectedPurchases(weeks));

    // The paper's equation (9) as it stands.
    private static double ByCutOffSeries(BgNbd model, double weeks, int terms)
    {
        var c = model.A + model.B - 1;
        var z = weeks / (model.AlphaWeeks + weeks);
        var (term, sum) = (1.0, 1.0);
        for (var j = 0; j < terms; j++)
        {
            term *= (model.R + j) * (model.B + j) / ((c + j) * (j + 1)) * z;
            sum += term;
        }

        return c / (model.A - 1) * (1 - (Math.Pow(1 - z, model.R) * sum));
    }
}
