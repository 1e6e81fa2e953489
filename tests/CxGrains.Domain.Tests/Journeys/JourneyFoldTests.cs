using static CxGrains.Domain.Tests.Journeys.JourneyStory;

namespace CxGrains.Domain.Tests.Journeys;

public class JourneyFoldTests
{
    [Fact]
    public void A_customer_enters_moves_on_and_finishes()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("purchase", 1, "\"value\":1").Happens("renewed", 2);

        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
        Assert.Equal((1, 1, 0, 0), story.Flow(Buy));
        Assert.Equal((1, 1, 0, 0), story.Flow(Renew));
    }

    [Fact]
    public void A_skipped_stage_is_not_entered()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("renewed", 2);

        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
        Assert.Equal((0, 0, 0, 0), story.Flow(Buy));
        Assert.Equal((1, 1, 0, 0), story.Flow(Renew));
    }

    [Fact]
    public void Nobody_begins_in_the_middle()
    {
        var story = new JourneyStory().Happens("purchase", 0, "\"value\":1").Happens("renewed", 1);

        Assert.Null(story.Workspace.Customers.Parts.Journeys);
        Assert.True(story.Story.Customer.Stays.IsEmpty);
    }

    [Fact]
    public void A_stage_that_is_met_again_and_one_before_it_change_nothing()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("visit", 1).Happens("purchase", 2, "\"value\":1").Happens("purchase", 3, "\"value\":1").Happens("visit", 4);

        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
        Assert.Equal((1, 0, 0, 1), story.Flow(Buy));
    }

    [Fact]
    public void Who_stays_too_long_is_dropped_at_that_instant_and_not_before()
    {
        var story = new JourneyStory().Happens("visit", 0);
        Assert.Equal(JourneyStory.At(10), story.Story.Customer.NextDueMs);

        story.IsDue(9.999);
        Assert.Equal((1, 0, 0, 1), story.Flow(Visit));

        story.IsDue(10);
        Assert.Equal((1, 0, 1, 0), story.Flow(Visit));
        Assert.True(story.Story.Customer.Stays.IsEmpty);
        Assert.NotEqual(JourneyStory.At(10), story.Story.Customer.NextDueMs);
    }

    [Fact]
    public void What_else_the_customer_does_defers_no_drop()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("page", 5);

        Assert.Equal(JourneyStory.At(10), story.Story.Customer.NextDueMs);
        Assert.Equal((1, 0, 1, 0), story.IsDue(10).Flow(Visit));
    }

    [Fact]
    public void Who_was_dropped_moves_on_no_more_and_may_begin_again()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("purchase", 11, "\"value\":1");
        Assert.Equal((1, 0, 1, 0), story.Flow(Visit));
        Assert.Equal((0, 0, 0, 0), story.Flow(Buy));

        story.Happens("visit", 12);
        Assert.Equal((2, 0, 1, 1), story.Flow(Visit));
    }

    [Fact]
    public void Who_finished_is_never_dropped_and_may_begin_again()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("renewed", 1).Happens("renewed", 2);
        Assert.Equal((1, 1, 0, 0), story.Flow(Renew));

        story.Happens("visit", 3).IsDue(30);
        Assert.Equal((2, 1, 1, 0), story.Flow(Visit));
        Assert.Equal((1, 1, 0, 0), story.Flow(Renew));

        story.Happens("visit", 31).Happens("renewed", 32).IsDue(60);
        Assert.Equal((2, 2, 0, 0), story.Flow(Renew));
        Assert.True(story.Story.Customer.Stays.IsEmpty);
    }

    [Fact]
    public void A_repeat_counts_nothing()
    {
        var story = new JourneyStory().Happens("visit", 0, id: "a").Happens("purchase", 1, "\"value\":1", id: "b").IsDue(11);
        story.Happens("visit", 0, receivedDay: 12, id: "a").Happens("purchase", 1, "\"value\":1", receivedDay: 12, id: "b");

        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
        Assert.Equal((1, 0, 1, 0), story.Flow(Buy));
    }

    [Fact]
    public void A_history_that_is_received_late_runs_by_its_own_time()
    {
        var story = new JourneyStory()
            .Happens("visit", -300, receivedDay: 0)
            .Happens("purchase", -295, "\"value\":1", receivedDay: 0.1)
            .Happens("renewed", -280, receivedDay: 0.2)
            .Happens("visit", -270, receivedDay: 0.3);

        Assert.Equal((2, 1, 0, 1), story.Flow(Visit));
        Assert.Equal((1, 0, 1, 0), story.Flow(Buy));
        Assert.Equal(5, story.At(story.Workspace.Customers, Visit).Times.QuantileSeconds(0.5)!.Value / 86_400, 0.9);

        story.IsDue(0.3 + (Limits.JourneyLateHours / 24.0));
        Assert.Equal((2, 1, 1, 0), story.Flow(Visit));
    }

    [Fact]
    public void A_late_interaction_moves_on_without_going_back_in_time()
    {
        var story = new JourneyStory().Happens("visit", 1).Happens("purchase", 0.5, "\"value\":1", receivedDay: 1.1);

        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
        Assert.Equal(JourneyStory.At(1), story.Story.Customer.Stays.All[0].EnteredMs);
        Assert.Equal(1, story.At(story.Workspace.Customers, Visit).Times.Count);
    }

    [Fact]
    public void A_stage_may_ask_for_a_channel_and_a_touchpoint()
    {
        var story = new JourneyStory(
            """{"journeys":[{"id":"j","stages":[{"id":"a","type":"visit","channel":"web"},{"id":"b","type":"visit","channel":"web","touchpoint":"till"}]}]}""");
        story.Happens("visit", 0).Happens("visit", 0, "\"channel\":\"app\"");
        Assert.Null(story.Workspace.Customers.Parts.Journeys);

        story.Happens("visit", 0, "\"channel\":\"web\"").Happens("visit", 1, "\"channel\":\"web\",\"touchpoint\":\"home\"");
        Assert.Equal((1, 0, 0, 1), story.Flow(0));

        story.Happens("visit", 2, "\"channel\":\"web\",\"touchpoint\":\"till\"");
        Assert.Equal((1, 1, 0, 0), story.Flow(0));
    }
}
