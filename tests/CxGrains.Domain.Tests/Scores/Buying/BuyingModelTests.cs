using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BuyingModelTests
{
    private const string GoldenVersion1 =
        "0103B4C876BE9F1ACF3F0E2DB29DEFA71140C74B37894160E93F9CC420B0726803400000000000001940EC51B81E85EB0D40"
        + "6666666666E62E40B512B20780ECD79BF732";

    private const string GoldenVersion2 =
        "0207B4C876BE9F1ACF3F0E2DB29DEFA71140C74B37894160E93F9CC420B0726803400000000000001940EC51B81E85EB0D40"
        + "6666666666E62E40B512B20780ECD79BF732AA2E";

    [CdnowFact]
    public void The_published_fit_comes_out_of_a_sample_in_whole_days()
    {
        const int Today = 10_000;
        var buyers = CdnowFile.ReadPurchases().Select((history, i) =>
        {
            var firstDay = Today - (int)Math.Round(7 * history.AgeWeeks);
            return new SampledBuyer(Fingerprint.Of(i), firstDay, firstDay + (int)Math.Round(7 * history.RecencyWeeks), history.Repeats + 1, 0);
        });

        var model = BuyingModel.Fit(BuyingSample.Of(buyers), Instants.StartOfDayMs(Today) + 5);

        Assert.Equal((2_357, 946, Instants.StartOfDayMs(Today) + 5), (model.Customers, model.RepeatBuyers, model.FittedAtMs));
        Assert.Equal(0.243, model.Purchases!.R, 0.005);
        Assert.Equal(4.414, model.Purchases.AlphaWeeks, 0.005);
        Assert.Equal(0.793, model.Purchases.A, 0.005);
        Assert.Equal(2.426, model.Purchases.B, 0.005);
        Assert.Null(model.Spend);
    }

    [Fact]
    public void Spending_is_fitted_to_who_spent()
    {
        // p = 2, q = 4, gamma = 30, so that a purchase is worth 20 in the mean.
        var random = new Random(1);
        double Gamma(int shape) => -Enumerable.Range(0, shape).Sum(_ => Math.Log(1 - random.NextDouble()));
        double MeanOf(int purchases) => Gamma(2 * purchases) * 30 / (Gamma(4) * purchases);
        var buyers = Enumerable.Range(0, 2_000).Select(i => new SampledBuyer(Fingerprint.Of(i), 9_000, 9_100, 1 + (i % 5), i < 1_900 ? MeanOf(1 + (i % 5)) : -1)).ToList();

        var spend = BuyingModel.Fit(BuyingSample.Of(buyers), Instants.StartOfDayMs(9_200)).Spend;

        Assert.Equal(20, spend!.MeanValue, 1.5);
    }

    [Fact]
    public void Nobody_is_not_enough_data() => Assert.Equal(new BuyingModel(null, null, 0, 0, 5), BuyingModel.Fit(new BuyingSample(), 5));

    [Fact]
    public void Bytes_of_every_version_still_read()
    {
        var old = new BuyingModel(Buyers.Published, new GammaGamma(6.25, 3.74, 15.45), 2_357, 946, 1_749_988_800_000);
        var model = old with { PurchasesCount = 5_930, IsProvisional = true };

        Assert.Equal(old, Bytes.Read(Convert.FromHexString(GoldenVersion1), (reader, _) => BuyingModel.Decode(reader)));
        Assert.Equal(GoldenVersion2, Convert.ToHexString(Bytes.Of(model.Encode)));
        Assert.Equal(model, Bytes.Read(Convert.FromHexString(GoldenVersion2), (reader, _) => BuyingModel.Decode(reader)));
        foreach (var part in new[] { model with { Spend = null }, model with { Purchases = null } })
        {
            Assert.Equal(part, Bytes.Read(Bytes.Of(part.Encode), (reader, _) => BuyingModel.Decode(reader)));
        }
    }
}
