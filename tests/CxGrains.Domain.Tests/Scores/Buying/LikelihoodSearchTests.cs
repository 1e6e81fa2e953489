using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class LikelihoodSearchTests
{
    [Fact]
    public void A_peak_within_the_ranges_is_found()
    {
        var (outcome, parameters, _) = LikelihoodSearch.Maximise(
            at => -Math.Pow(Math.Log(at[0] / 3), 2) - (10 * Math.Pow(Math.Log(at[1] / at[0]), 2)), [1, 1], 1e-3, 1e3);

        Assert.Equal(FitOutcome.Fitted, outcome);
        Assert.Equal(3, parameters[0], 1e-4);
        Assert.Equal(3, parameters[1], 1e-4);
    }

    [Theory]
    [InlineData(1, 1e3)]
    [InlineData(-1, 1e-3)]
    public void A_rise_to_an_edge_is_said_to_determine_nothing(int slope, double edge)
    {
        var (outcome, parameters, _) = LikelihoodSearch.Maximise(at => (slope * Math.Log(at[0])) - Math.Pow(Math.Log(at[1]), 2), [1, 1], 1e-3, 1e3);

        Assert.Equal(FitOutcome.Undetermined, outcome);
        Assert.Equal(1, parameters[0] / edge, 1e-2);
    }

    [Fact]
    public void A_search_that_never_settles_ends_within_its_bound_and_says_so()
    {
        // Every look finds a better place than all before: no simplex comes to rest.
        var looks = 0.0;

        var (outcome, _, evaluations) = LikelihoodSearch.Maximise(_ => Math.Pow(++looks, 2), [1, 1], 1e-3, 1e3);

        Assert.Equal(FitOutcome.NotConverged, outcome);
        Assert.InRange(evaluations, 1, LikelihoodSearch.RunsMax * (LikelihoodSearch.EvaluationsMax + 10));
    }
}
