using CxGrains.Domain.Scores.Buying;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class AliveBuyerTests
{
    [Fact]
    public void The_series_and_the_quadrature_agree_wherever_the_series_is_used() => Law.Holds(
        from model in Buyers.Models
        from history in Buyers.Histories
        from z in Buyers.LogUniform(0.0001, 0.9)
        select (buyer: model.AliveBuyer(history), z),
        given =>
        {
            var buyer = given.buyer;
            var beta = buyer.LeaveA + buyer.LeaveB - 1 - buyer.Shape;
            var weeks = buyer.RateWeeks * given.z / (1 - given.z);
            var quadrature = buyer.ByQuadrature(weeks);
            return beta is < -2 or > 20 || Math.Abs(buyer.BySeries(weeks) - quadrature) <= 1e-9 * quadrature;
        },
        runs: 2000);

    // Where R = 1 and a = 1, B = 1 the expectation is the integral of (t/A) / (1 + p t/A) over p from 0 to 1: ln(1 + t/A).
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.5)]
    [InlineData(8.9)]
    [InlineData(9.1)]
    [InlineData(1000)]
    [InlineData(1e9)]
    public void A_closed_form_comes_out(double weeks)
    {
        var expected = Math.Log(1 + weeks);

        Assert.Equal(1, new AliveBuyer(1, 1, 1, 1).ExpectedPurchases(weeks) / expected, 1e-9);
        Assert.Equal(1, new AliveBuyer(1, 1, 1, 1).ByQuadrature(weeks) / expected, 1e-9);
    }

    [Fact]
    public void Whoever_hardly_ever_leaves_buys_at_its_rate() => Law.Holds(
        from shape in Buyers.LogUniform(0.1, Buyers.RepeatsMax)
        from rateWeeks in Buyers.LogUniform(0.1, 1000)
        from weeks in Buyers.LogUniform(0.01, 10)
        select (shape, rateWeeks, weeks),
        given =>
        {
            var rate = given.shape / given.rateWeeks * given.weeks;
            var share = new AliveBuyer(given.shape, given.rateWeeks, 1e-5, 1e5).ExpectedPurchases(given.weeks) / rate;
            return share < 1 + 1e-9 && share > 1 - 1e-3;
        });
}
