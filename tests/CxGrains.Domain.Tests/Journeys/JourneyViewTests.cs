using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using static CxGrains.Domain.Tests.Journeys.JourneyStory;

namespace CxGrains.Domain.Tests.Journeys;

public class JourneyViewTests
{
    [Fact]
    public void A_funnel_shows_who_entered_in_the_window_and_who_is_there_at_all()
    {
        var story = new JourneyStory()
            .Happens("visit", 0).Happens("purchase", 1, "\"value\":1").IsDue(12)
            .Happens("visit", 13)
            .Happens("survey_response", 13, "\"survey\":\"csat\",\"score\":2")
            .IsDue(24)
            .Happens("visit", 25);
        var view = Of(story, 13, 24);

        Assert.Equal(("buy", 10, 1, 0), (view.Id, view.DropDays, view.Entered, view.Finished));
        Assert.Equal((1, 0, 1, 0, 1), (view.Stages[0].Entered, view.Stages[0].MovedOn, view.Stages[0].Dropped, view.Stages[0].InIt, view.Stages[0].InItNow));
        Assert.Equal(100, view.Stages[0].DropPercent);
        Assert.Equal((ScoreStatus.NotEnoughData, null), (view.Stages[0].TimeInStage.Status, view.Stages[0].TimeInStage.P50Hours));
        Assert.Equal(0, view.Stages[0].Csat.Score);
        Assert.Equal(("visit", "visit: 100 % of the 1 that left were dropped, and 1 of 1 answers are low."), (view.HurtsMost.Stage, view.HurtsMost.Words));
        Assert.InRange(Of(story, 0, 12).Stages[0].TimeInStage.P50Hours!.Value, 17, 34);
    }

    [Fact]
    public void A_journey_without_counts_is_shown_empty()
    {
        var view = JourneyViews.Of(new JourneyStory().Journey, null, 0, 20_000);

        Assert.Equal([0L, 0, 0], view.Stages.Select(stage => stage.Entered));
        Assert.Equal((ScoreStatus.NotEnoughData, null), (view.HurtsMost.Status, view.HurtsMost.Stage));
    }

    private static JourneyView Of(JourneyStory story, int fromDay, int toDay)
    {
        var first = Instants.DayOf(JourneyStory.At(0));
        return JourneyViews.Of(story.Journey, story.Workspace.Customers.Parts.Journeys!.Of(story.Journey), first + fromDay, first + toDay);
    }
}
