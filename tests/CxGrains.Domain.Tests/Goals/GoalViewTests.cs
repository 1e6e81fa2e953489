using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Goals;

public class GoalViewTests
{
    private static readonly SurveyDefinition Csat = new() { Id = "s", Name = "s", Metric = SurveyMetric.Csat, Scale = 5 };

    private static readonly Goal Goal = new()
    {
        Id = "g",
        Name = "g",
        Metric = GoalMetric.Csat,
        Survey = "s",
        Target = 90,
        From = new DateOnly(2026, 1, 1),
        By = new DateOnly(2026, 3, 11),
    };

    private static readonly long HalfMs = Goal.FromMs + (35 * TimeSpan.MillisecondsPerDay);

    [Fact]
    public void A_surveys_goal_starts_where_the_survey_stood_on_the_eve()
    {
        var view = Of(Goal, Shard((Goal.FromMs - 1, 10, 20), (HalfMs, 100, 100)));

        // By hand: Wilson's interval of 100 of 100 is 96.30 to 100.
        Assert.Equal((ScoreStatus.Ok, 50.0, 100.0, 70.0, OnTrack.Yes), (view.Status, view.Start, view.Value, view.Expected, view.OnTrack));
        Assert.Equal(96.30, view.Low!.Value, 2);
        Assert.Equal(1.85, view.MarginOfError!.Value, 2);
        Assert.Equal("It is 100 ± 1.85; on the way from 50 to 90 by 2026-03-11 it should be 70 now. On track.", view.Words);
    }

    [Fact]
    public void A_margin_that_reaches_both_sides_is_too_close_to_tell()
    {
        var view = Of(Goal with { Start = 50 }, Shard((HalfMs, 14, 20)));

        Assert.Equal(OnTrack.Uncertain, view.OnTrack);
        Assert.EndsWith("Within the margin of error: too close to tell.", view.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_says_so()
    {
        Assert.Equal("Nothing is known of it yet.", Of(Goal with { Start = 50 }, Shard()).Words);
        Assert.StartsWith("Its start is not known: nobody answered in the 30 days before 2026-01-01", Of(Goal, Shard((HalfMs, 14, 20))).Words, StringComparison.Ordinal);
        Assert.Equal("Survey 's' does not measure this.", Of(Goal with { Metric = GoalMetric.Nps, Start = 1 }, Shard((HalfMs, 14, 20))).Words);
        Assert.Equal("There is no survey 'other'.", Of(Goal with { Survey = "other" }, Shard()).Words);
        Assert.Equal("There is no segment 'vip'.", Of(Goal with { Survey = null, Segment = "vip", Start = 1 }, Shard()).Words);
        Assert.Equal(ScoreStatus.NotEnoughData, Of(Goal, Shard()).Status);
    }

    [Fact]
    public void A_value_that_is_counted_in_full_has_no_margin()
    {
        var customers = new PopulationShard();
        customers.Join(new PopulationMember(RiskBand.High, null, null, null, Purchases.None.With(1, "EUR", 12)));
        customers.Join(new PopulationMember(RiskBand.Low, null, null, null, Purchases.None));
        var goal = Goal with { Survey = null, Metric = GoalMetric.AtRiskPercent, Start = 90, Target = 10 };

        var view = Of(goal, Shard(), customers);
        Assert.Equal((50.0, null, 50.0, OnTrack.Yes), (view.Value, view.MarginOfError, view.Expected, view.OnTrack));
        Assert.Equal(2, Of(goal with { Metric = GoalMetric.Customers }, Shard(), customers).Value);
        Assert.Equal(12, Of(goal with { Metric = GoalMetric.Revenue }, Shard(), customers).Value);
    }

    [Fact]
    public void Time_that_is_up_or_has_not_come_is_told()
    {
        var late = GoalViews.Of(Goal with { Start = 50 }, Context(Shard((Goal.EndMs, 1, 20))), new PopulationShard(), Goal.EndMs);
        Assert.Equal(OnTrack.No, late.OnTrack);
        Assert.EndsWith("time is up for the way from 50 to 90 by 2026-03-11. Missed.", late.Words, StringComparison.Ordinal);
        Assert.Null(late.NeededPerWeek);

        var early = GoalViews.Of(Goal with { Start = 50 }, Context(Shard((Goal.FromMs - 1, 1, 20))), new PopulationShard(), Goal.FromMs - 1);
        Assert.EndsWith("The way from 50 to 90 by 2026-03-11 begins on 2026-01-01.", early.Words, StringComparison.Ordinal);
    }

    private static GoalView Of(Goal goal, SurveyShard shard, PopulationShard? customers = null) =>
        GoalViews.Of(goal, Context(shard), customers ?? new PopulationShard(), HalfMs);

    private static InsightsContext Context(SurveyShard shard) => new()
    {
        Definitions = WorkspaceDefinitions.Empty with { Surveys = WorkspaceDefinitions.Empty.Surveys.Add("s", Csat) },
        Surveys = new Dictionary<string, SurveyShard> { ["s"] = shard },
    };

    private static SurveyShard Shard(params (long AtMs, int Satisfied, int Responses)[] answers)
    {
        var shard = new SurveyShard(SurveyMetric.Csat, 5);
        foreach (var (atMs, satisfied, responses) in answers)
        {
            for (var i = 0; i < responses; i++)
            {
                shard.Add(new AnswerContribution("s", SurveyMetric.Csat, 5, atMs, i < satisfied ? 5 : 1, null, null, null, "ada", (ulong)i));
            }
        }

        return shard;
    }
}
