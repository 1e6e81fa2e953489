using CxGrains.Domain.Alerts;
using CxGrains.Host.Demo.Settings;
using CxGrains.Host.Demo.Surveys;

namespace CxGrains.Host.Tests.Demo;

public sealed class DemoSettingsTests
{
    [Fact]
    public void They_are_valid_and_show_every_part()
    {
        var settings = DemoSettings.At(DemoYear.Now);

        Assert.Equal(3, settings.Sla.Count);
        Assert.Equal(["buying", "help"], settings.Journeys.Select(journey => journey.Id));
        Assert.Equal(3, settings.Goals.Count);
        Assert.Equal(["Gold", "Silver", "Bronze"], settings.Loyalty.Tiers.Select(tier => tier.Name));
    }

    [Fact]
    public void Alert_rules_are_valid_and_name_surveys_and_segments_that_exist()
    {
        var surveys = DemoSurveys.All.Select(survey => survey.Id).ToHashSet();
        var segments = DemoSegments.All().Select(segment => segment.Id).ToHashSet();
        var stored = AlertRules.FromStored(DemoAlertRules.All.Aggregate(AlertRules.Default, (rules, rule) => rules.With(rule)).ToStored());

        Assert.Equal(DemoAlertRules.All.Count + 1, stored.Rules.Count);
        Assert.All(DemoAlertRules.All.Where(rule => rule.Condition.Survey is not null), rule => Assert.Contains(rule.Condition.Survey!, surveys));
        Assert.All(DemoAlertRules.All.Where(rule => rule.Filter.Segment is not null), rule => Assert.Contains(rule.Filter.Segment!, segments));
    }

    [Fact]
    public void Goals_are_under_way_and_name_surveys_and_segments_that_exist()
    {
        var settings = DemoSettings.At(DemoYear.Now);
        var surveys = DemoSurveys.All.Select(survey => survey.Id).ToHashSet();
        var segments = DemoSegments.All().Select(segment => segment.Id).ToHashSet();

        Assert.All(settings.Goals, goal => Assert.InRange(DemoYear.NowMs, goal.FromMs, goal.EndMs - 1));
        Assert.All(settings.Goals.Where(goal => goal.Survey is not null), goal => Assert.Contains(goal.Survey!, surveys));
        Assert.All(settings.Sla.Where(target => target.Segment is not null), target => Assert.Contains(target.Segment!, segments));
    }
}
