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
    [InlineData(1, 1e3, FitOutcome.Fitted)]
    [InlineData(-1, 1e-3, FitOutcome.Undetermined)]
    public void A_rise_to_the_lower_end_of_a_range_determines_nothing_and_one_to_the_upper_end_says_that_all_are_alike(int slope, double edge, FitOutcome expected)
    {
        var (outcome, parameters, _) = LikelihoodSearch.Maximise(at => (slope * Math.Log(at[0])) - Math.Pow(Math.Log(at[1]), 2), [1, 1], 1e-3, 1e3);

        Assert.Equal(expected, outcome);
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
