using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class RiskCurveTests
{
    private static readonly double[] Probabilities = [1e-6, 0.05, 0.3, ChurnRisk.MediumMin, 0.55, ChurnRisk.HighMin, 0.95, 0.999999];

    [Fact]
    public void Unlearned_it_is_the_churn_risk_to_the_last_bit() => Law.Holds(
        from inputs in AnyRisk.Inputs
        from ms in Gen.Choose(0, int.MaxValue)
        select (inputs, atMs: inputs.Rhythm.LastActiveMs + (20L * ms)),
        given => PublishedModel.Prior.CurveOf(given.inputs, 0).Probability(given.atMs) == ChurnRisk.Probability(given.inputs.Rhythm, given.atMs),
        runs: 2000);

    [Fact]
    public void Unlearned_it_crosses_where_the_churn_risk_does() => Law.Holds(
        from inputs in AnyRisk.Inputs
        from probability in Gen.Elements(Probabilities)
        select (inputs, probability),
        given => PublishedModel.Prior.CurveOf(given.inputs, 0).ReachesMs(given.probability) == ChurnRisk.ReachesMs(given.inputs.Rhythm, given.probability),
        runs: 2000);

    [Fact]
    public void Without_activity_nothing_is_known()
    {
        var curve = PublishedModel.Prior.CurveOf(default, 0);

        Assert.False(curve.IsKnown);
        Assert.Null(curve.Probability(AnyRisk.NowMs));
        Assert.Equal(long.MaxValue, curve.ReachesMs(ChurnRisk.HighMin));
    }

    [Fact]
    public void Silence_never_lowers_a_learned_probability() => Law.Holds(
        from curve in Curves
        from days in Gen.Choose(0, 4000)
        from more in Gen.Choose(0, 4000)
        select (curve, days, more),
        given =>
        {
            var first = given.curve.Probability(AnyRisk.NowMs + (given.days * AnyRisk.DayMs));
            var later = given.curve.Probability(AnyRisk.NowMs + ((given.days + given.more) * AnyRisk.DayMs));
            return first > 0 && first <= later && later < 1;
        },
        runs: 50);

    [Fact]
    public void A_learned_threshold_is_reached_at_the_first_such_millisecond() => Law.Holds(
        from curve in Curves
        from probability in Gen.Elements(Probabilities)
        select (curve, probability),
        given =>
        {
            var atMs = given.curve.ReachesMs(given.probability);
            return atMs == long.MaxValue
                ? given.curve.Probability(Instants.MaxMs) < given.probability
                : given.curve.Probability(atMs) >= given.probability
                  && (given.curve.Probability(atMs - 1) < given.probability || atMs == given.curve.ReachesMs(1e-6));
        },
        runs: 50);

    [Theory]
    [InlineData(-3, 1, 0, 0)]
    [InlineData(-3, 0.3, 0.4, 0.2)]
    [InlineData(-6, 0, 0.01, 1)]
    [InlineData(-1, 0.001, 0, 0.9)]
    public void The_guess_is_right_within_a_second(double staticLogOdds, double mbg, double log, double gap)
    {
        var curve = new RiskCurve(staticLogOdds, new Rhythm(5, 40, AnyRisk.NowMs), mbg, log, gap);

        Assert.InRange(curve.ReachesAboutMs(0.4) - curve.ReachesMs(0.4), -1000, 1000);
    }

    [Fact]
    public void Where_silence_has_no_weight_it_never_crosses()
    {
        var curve = new RiskCurve(-3, new Rhythm(5, 40, AnyRisk.NowMs), 0, 0, 0);

        Assert.Equal(double.PositiveInfinity, curve.ReachesAboutMs(0.4));
        Assert.Equal(long.MaxValue, curve.ReachesMs(0.4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_that_none_reaches_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskCurve(-3, new Rhythm(5, 40, AnyRisk.NowMs), 1, 0, 0).ReachesMs(probability));

    private static FsCheck.Gen<RiskCurve> Curves =>
        from model in AnyRisk.Models
        from inputs in AnyRisk.Inputs
        from traits in AnyRisk.Traits
        select model.CurveOf(inputs, model.TraitLogOdds(traits));
}
