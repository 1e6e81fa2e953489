using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Health;

public class HealthScoreTests
{
    private const double Tolerance = 1e-9;

    private static readonly HealthWeights Usual = new();

    private static readonly Gen<HealthScore> Any =
        from now in AnyMeasures.One
        from then in AnyMeasures.One
        from weights in AnyMeasures.Weights
        select HealthScore.Of(now, then, weights);

    [Fact]
    public void The_score_is_the_weighted_mean()
    {
        var health = HealthScore.Of(AnyMeasures.Of(80, 60, 100, 40, 20), HealthMeasures.None, Usual);

        Assert.Equal(((30 * 80) + (25 * 60) + (15 * 100) + (15 * 40) + (15 * 20)) / 100.0, health.Score!.Value, Tolerance);
        Assert.Equal(5, health.Known);
        Assert.Equal([30, 25, 15, 15, 15], health.Parts.Select(part => part.Weight));
        Assert.Null(health.Change);
    }

    [Fact]
    public void What_is_not_known_leaves_its_weight_to_the_others()
    {
        var health = HealthScore.Of(AnyMeasures.Of(80, null, 100, null, 20), HealthMeasures.None, Usual);

        Assert.Equal(((30 * 80) + (15 * 100) + (15 * 20)) / 60.0, health.Score!.Value, Tolerance);
        Assert.Equal([50, 0, 25, 0, 25], health.Parts.Select(part => part.Weight));
    }

    [Fact]
    public void Two_measures_are_not_enough_data_where_three_have_a_weight()
    {
        var two = AnyMeasures.Of(80, null, 100, null, null);

        Assert.Null(HealthScore.Of(two, two, Usual).Score);
        Assert.Null(HealthScore.Of(two, two, Usual).Change);
        Assert.Equal(2, HealthScore.Of(two, two, Usual).Known);
        Assert.Equal(90, HealthScore.Of(two, two, new() { Usage = 1, Support = 1, Satisfaction = 0, Value = 0, Relationship = 0 }).Score);
        Assert.Equal(80, HealthScore.Of(two, two, new() { Usage = 1, Support = 0, Satisfaction = 0, Value = 0, Relationship = 0 }).Score);
    }

    [Fact]
    public void A_measure_that_becomes_known_moves_no_share_but_its_own()
    {
        var health = HealthScore.Of(AnyMeasures.Of(60, 100, 60, 60, null), AnyMeasures.Of(60, null, 60, 60, null), Usual);

        Assert.Equal(25.0 / 85 * 40, health.Change!.Value, Tolerance);
        Assert.Equal([0, health.Change, 0, 0, 0], health.Parts.Select(part => part.Change));
        Assert.Null(health.Parts[1].ValueChange);
    }

    [Fact]
    public void The_shares_sum_to_the_change() => Law.Holds(
        Any, health => health.Change is { } change
            ? Math.Abs(change - health.Parts.Sum(part => part.Change!.Value)) < Tolerance
            : health.Parts.All(part => part.Change is null));

    [Fact]
    public void The_points_sum_to_the_score_and_the_weights_to_100() => Law.Holds(
        Any, health => health.Score is not { } score
            || (Math.Abs(score - health.Parts.Sum(part => part.Points)) < Tolerance && Math.Abs(100 - health.Parts.Sum(part => part.Weight)) < Tolerance));

    [Fact]
    public void The_change_is_the_score_now_less_the_score_then() => Law.Holds(
        from now in AnyMeasures.One
        from then in AnyMeasures.One
        from weights in AnyMeasures.Weights
        select (now, then, weights),
        given =>
        {
            var now = HealthScore.Of(given.now, given.then, given.weights);
            var then = HealthScore.Of(given.then, HealthMeasures.None, given.weights);
            return now.Change is { } change ? Math.Abs(now.Score!.Value - then.Score!.Value - change) < Tolerance : now.Score is null || then.Score is null;
        });

    [Fact]
    public void A_score_stays_within_0_and_100() => Law.Holds(Any, health => health.Score is null or >= 0 and <= 100 + Tolerance);
}
