using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BuyingWatchTests
{
    private const int Today = 20_000;
    private static readonly long StartMs = Instants.StartOfDayMs(Today);
    private static readonly long StepMs = BuyingWatch.SampleSecondsMin * 1_000L;

    private readonly BuyingWatch _watch = new();
    private BuyingModel? _known;
    private long _nowMs = StartMs;

    [Fact]
    public void A_fit_waits_until_an_import_has_come_to_rest()
    {
        Assert.False(IsFitted(500));
        Assert.False(IsFitted(1_000));
        Assert.False(IsFitted(2_000));
        Assert.True(IsFitted(2_010));

        Assert.Equal((2_010, false), (_known!.PurchasesCount, _known.IsProvisional));
    }

    [Fact]
    public void A_sample_whose_last_purchase_is_later_than_before_is_not_at_rest()
    {
        Assert.False(IsFitted(2_000, lastDay: Today - 300));
        Assert.False(IsFitted(2_000, lastDay: Today - 200));
        Assert.True(IsFitted(2_000, lastDay: Today - 200));
    }

    [Fact]
    public void A_busy_workspace_is_fitted_all_the_same_and_anew_once_it_has_come_to_rest()
    {
        for (var i = 1; i < BuyingWatch.UnrestSamplesMax; i++)
        {
            Assert.False(IsFitted(500 * i));
        }

        Assert.True(IsFitted(10_000));
        Assert.True(_known!.IsProvisional);
        Assert.False(IsFitted(11_000));
        Assert.True(IsFitted(11_000));
        Assert.False(_known.IsProvisional);
        Assert.False(_watch.TryBegin(_known, _nowMs));
    }

    [Fact]
    public void A_tenth_more_purchases_of_the_same_buyers_outgrow_a_fit_after_its_minutes()
    {
        _ = IsFitted(2_000);
        Assert.True(IsFitted(2_000));
        var standsUntilMs = _known!.FittedAtMs + (BuyingModel.RefitMinutesMin * 60_000L);

        Assert.False(_known.IsOutgrownBy(Sample(4_000), standsUntilMs - 1));
        Assert.False(_known.IsOutgrownBy(Sample(2_200), standsUntilMs));
        Assert.True(_known.IsOutgrownBy(Sample(2_201), standsUntilMs));
        Assert.False(_watch.TryBegin(_known, standsUntilMs - 1));
        Assert.True(_watch.TryBegin(_known, standsUntilMs));
    }

    [Fact]
    public void Nothing_is_fitted_to_too_few_buyers()
    {
        Assert.False(IsFitted(50, buyers: BgNbdFitter.CustomersMin - 1));
        Assert.False(IsFitted(50, buyers: BgNbdFitter.CustomersMin - 1));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 100)]
    [InlineData(60, 600)]
    public void Sampling_takes_a_hundredth_of_the_time_at_most(int tookSeconds, int pauseSeconds)
    {
        Assert.True(_watch.TryBegin(null, StartMs));
        var endedMs = StartMs + (tookSeconds * 1_000);
        _watch.Take(null, Sample(500), StartMs, endedMs);

        Assert.False(_watch.TryBegin(null, endedMs + (pauseSeconds * 1_000) - 1));
        Assert.True(_watch.TryBegin(null, endedMs + (pauseSeconds * 1_000)));
    }

    private bool IsFitted(int purchases, int lastDay = Today, int buyers = 200)
    {
        Assert.True(_watch.TryBegin(_known, _nowMs));
        var fit = _watch.Take(_known, Sample(purchases, lastDay, buyers), _nowMs, _nowMs);
        _nowMs += StepMs;
        _known = fit?.Invoke() ?? _known;
        return fit is not null;
    }

    private static BuyingSample Sample(int purchases, int lastDay = Today, int buyers = 200) => BuyingSample.Of(
        Enumerable.Range(0, buyers).Select(i => new SampledBuyer(Fingerprint.Of(i), Today - 400, lastDay, (purchases / buyers) + (i < purchases % buyers ? 1 : 0), 10)));
}
