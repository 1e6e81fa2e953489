using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class GammaGammaFitterTests
{
    [CdnowFact]
    public void The_data_of_the_note_are_read_as_the_note_did()
    {
        var known = CdnowFile.ReadSpending().Where(history => history.Purchases > 0).ToList();

        // The note's figures of the mean repeat value of a customer.
        Assert.Equal(946, known.Count);
        Assert.Equal(2.99, known.Min(history => history.MeanValue), 2);
        Assert.Equal(299.63, known.Max(history => history.MeanValue), 2);
        Assert.Equal(35.08, known.Average(history => history.MeanValue), 2);
        Assert.Equal(CdnowFile.ReadPurchases().Select(history => history.Repeats), CdnowFile.ReadSpending().Select(history => history.Purchases));
    }

    [CdnowFact]
    public void The_published_fit_comes_out()
    {
        var fit = GammaGammaFitter.Fit(CdnowFile.ReadSpending());

        Assert.Equal(FitOutcome.Fitted, fit.Outcome);
        Assert.Equal(946, fit.Customers);
        Assert.Equal(6.25, fit.Model!.P, 0.005);
        Assert.Equal(3.74, fit.Model.Q, 0.005);
        Assert.Equal(15.44, fit.Model.Gamma, 0.01);
    }

    [Theory]
    [InlineData(GammaGammaFitter.CustomersMin - 1, GammaGammaFitter.RepeatBuyersMin, true)]
    [InlineData(GammaGammaFitter.CustomersMin, GammaGammaFitter.RepeatBuyersMin - 1, true)]
    [InlineData(GammaGammaFitter.CustomersMin, GammaGammaFitter.RepeatBuyersMin, false)]
    public void Too_few_customers_or_repeat_buyers_are_not_enough_data(int customers, int repeatBuyers, bool notEnough)
    {
        var buyers = Enumerable.Range(0, customers).Select(i => new SpendHistory(i < repeatBuyers ? 2 + (i % 3) : 1, 10 + (i % 17)));

        var fit = GammaGammaFitter.Fit(buyers.Append(default));

        Assert.Equal(notEnough, fit.Outcome == FitOutcome.NotEnoughData);
        Assert.Equal(customers, fit.Customers);
        Assert.Equal(repeatBuyers, fit.RepeatBuyers);
    }

    [Fact]
    public void Where_all_spend_the_same_the_data_does_not_tell_how_spending_varies()
    {
        var fit = GammaGammaFitter.Fit(Enumerable.Range(0, 200).Select(i => new SpendHistory(1 + (i % 5), 10)));

        Assert.NotEqual(FitOutcome.Fitted, fit.Outcome);
        Assert.Null(fit.Model);
    }
}
