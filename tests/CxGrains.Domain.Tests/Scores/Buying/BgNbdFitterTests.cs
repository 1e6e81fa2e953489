using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BgNbdFitterTests
{
    [CdnowFact]
    public void The_published_fit_comes_out()
    {
        var fit = BgNbdFitter.Fit(PurchaseStatistics.Of(CdnowFile.ReadPurchases()));

        Assert.Equal(FitOutcome.Fitted, fit.Outcome);
        Assert.Equal(2_357, fit.Customers);
        Assert.Equal(946, fit.RepeatBuyers);
        Assert.Equal(-9582.43, fit.LogLikelihood!.Value, 0.01);
        Assert.Equal(0.243, fit.Model!.R, 0.005);
        Assert.Equal(4.414, fit.Model.AlphaWeeks, 0.005);
        Assert.Equal(0.793, fit.Model.A, 0.005);
        Assert.Equal(2.426, fit.Model.B, 0.005);

        Assert.Equal(1.0437, fit.Model.ExpectedPurchases(32), 4);
    }

    [CdnowFact]
    public void A_fit_does_not_depend_on_the_order_of_the_customers()
    {
        var histories = CdnowFile.ReadPurchases();

        Assert.Equal(
            BgNbdFitter.Fit(PurchaseStatistics.Of(histories)),
            BgNbdFitter.Fit(PurchaseStatistics.Of(histories.Reverse())));
    }

    [Theory]
    [InlineData(BgNbdFitter.CustomersMin - 1, BgNbdFitter.RepeatBuyersMin, true)]
    [InlineData(BgNbdFitter.CustomersMin, BgNbdFitter.RepeatBuyersMin - 1, true)]
    [InlineData(BgNbdFitter.CustomersMin, BgNbdFitter.RepeatBuyersMin, false)]
    [InlineData(0, 0, true)]
    public void Too_few_customers_or_repeat_buyers_are_not_enough_data(int customers, int repeatBuyers, bool notEnough)
    {
        var histories = Enumerable.Range(0, customers)
            .Select(i => i < repeatBuyers ? new PurchaseHistory(1 + (i % 4), 5 + (i % 7), 30) : new PurchaseHistory(0, 0, 30));

        var fit = BgNbdFitter.Fit(PurchaseStatistics.Of(histories));

        Assert.Equal(notEnough, fit.Outcome == FitOutcome.NotEnoughData);
        Assert.Equal(customers, fit.Customers);
        Assert.Equal(repeatBuyers, fit.RepeatBuyers);
        Assert.Equal(fit.Outcome == FitOutcome.Fitted, fit.Model is not null);
    }

    [Fact]
    public void Where_nobody_leaves_the_data_does_not_tell_the_chance_to_leave()
    {
        // Everyone bought today, at rates that differ.
        var histories = Enumerable.Range(1, 500).Select(i => new PurchaseHistory(1 + (i % 20), 52, 52));

        var fit = BgNbdFitter.Fit(PurchaseStatistics.Of(histories));

        Assert.Equal(FitOutcome.Undetermined, fit.Outcome);
        Assert.Null(fit.Model);
        Assert.Null(fit.LogLikelihood);
    }
}
