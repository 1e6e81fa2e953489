using CxGrains.Domain.Scores;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores;

public class ChurnRiskTests
{
    private const long DayMs = TimeSpan.MillisecondsPerDay;
    private const long NowMs = 1_700_000_000_000;

    private static readonly Gen<Rhythm> Rhythms =
        from activeDays in Gen.Choose(1, Limits.RhythmDaysMax)
        from slack in Gen.Choose(0, Limits.RhythmDaysMax - activeDays)
        from beforeMs in Gen.Choose(0, int.MaxValue)
        select new Rhythm(activeDays, activeDays == 1 ? 0 : activeDays - 1 + slack, NowMs - beforeMs);

    private static readonly Gen<double> Probabilities = Gen.OneOf(
        Gen.Choose(1, 999).Select(thousandths => thousandths / 1000.0),
        Gen.Elements(ChurnRisk.MediumMin, ChurnRisk.HighMin, double.Epsilon, 1e-9, 1 - 1e-9, 0.999999999999999, Math.BitDecrement(1.0)));

    [Fact]
    public void The_formula_of_the_paper_comes_out()
    {
        // a = 1, b = 4, r = 1, alpha = 30 with x = 4, t_x = 40, T = 60: odds of having left = 1/8 * (90/70)^5.
        var odds = 0.125 * Math.Pow(90.0 / 70, 5);

        Assert.Equal(odds / (1 + odds), ChurnRisk.Probability(new Rhythm(5, 40, 0), 20 * DayMs)!.Value, 12);
    }

    [Fact]
    public void Without_activity_nothing_is_known()
    {
        Assert.Null(ChurnRisk.Probability(default, NowMs));
        Assert.Equal(RiskBand.NotEnoughData, ChurnRisk.Band(default, NowMs));
        Assert.Equal(long.MaxValue, ChurnRisk.ReachesMs(default, ChurnRisk.HighMin));
    }

    [Theory]
    [InlineData(0.0, RiskBand.Low)]
    [InlineData(0.3999, RiskBand.Low)]
    [InlineData(0.4, RiskBand.Medium)]
    [InlineData(0.6999, RiskBand.Medium)]
    [InlineData(0.7, RiskBand.High)]
    public void A_band_includes_its_lower_end(double probability, RiskBand band) => Assert.Equal(band, ChurnRisk.BandOf(probability));

    [Fact]
    public void The_parts_sum_to_the_log_odds() => Law.Holds(
        from rhythm in Rhythms
        from days in Gen.Choose(0, 100)
        select (rhythm, atMs: rhythm.LastActiveMs + (days * DayMs / 10)),
        given =>
        {
            var probability = ChurnRisk.Probability(given.rhythm, given.atMs)!.Value;
            var parts = ChurnRisk.HistoryLogOdds(given.rhythm) + ChurnRisk.SilenceLogOdds(given.rhythm, given.atMs);
            return Math.Abs(Math.Log(probability / (1 - probability)) - parts) < 1e-3;
        });

    [Fact]
    public void Silence_only_raises_the_probability_and_never_to_certainty() => Law.Holds(
        from rhythm in Rhythms
        from firstMs in Gen.Choose(0, int.MaxValue)
        from moreMs in Gen.Choose(0, int.MaxValue)
        select (rhythm, firstMs: rhythm.LastActiveMs + firstMs, laterMs: rhythm.LastActiveMs + firstMs + (1000L * moreMs)),
        given =>
        {
            var (first, later) = (ChurnRisk.Probability(given.rhythm, given.firstMs), ChurnRisk.Probability(given.rhythm, given.laterMs));
            return first > 0 && first <= later && later < 1;
        });

    [Fact]
    public void A_threshold_is_reached_at_the_first_such_millisecond() => Law.Holds(
        from rhythm in Rhythms
        from probability in Probabilities
        select (rhythm, probability),
        given =>
        {
            var (rhythm, probability) = given;
            var atMs = ChurnRisk.ReachesMs(rhythm, probability);
            if (atMs == long.MaxValue)
            {
                return ChurnRisk.Probability(rhythm, Instants.MaxMs) < probability;
            }

            return ChurnRisk.Probability(rhythm, atMs) >= probability
                && (atMs == rhythm.LastActiveMs || ChurnRisk.Probability(rhythm, atMs - 1) < probability);
        },
        runs: 2000);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_that_none_reaches_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChurnRisk.ReachesMs(new Rhythm(1, 0, NowMs), probability));
}
