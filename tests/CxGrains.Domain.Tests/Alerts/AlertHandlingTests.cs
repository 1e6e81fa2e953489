using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Alerts;

/// <summary>What somebody does with an alert keeps its rule quiet: for that alert, and not for ever.</summary>
public class AlertHandlingTests
{
    private const long TakenMs = AlertAct.TakenDaysMax * DayMs;

    private static readonly AlertRule Loud = Rules.One("loud", """{"type":"complaint"}""");

    [Fact]
    public void A_taken_alert_keeps_its_rule_quiet_for_ninety_days_and_no_longer()
    {
        var story = Loudly(1);
        story.IsHandled(story.Raised[0], AlertAction.Take);

        Assert.Equal(1, RaisedAfter(story, "b", NoonMs + TakenMs - 1));
        Assert.Equal(2, RaisedAfter(story, "c", NoonMs + TakenMs));
    }

    [Fact]
    public void Whoever_takes_what_another_has_just_resolved_keeps_nothing_quiet()
    {
        var story = Loudly(1);
        story.IsHandled(story.Raised[0], AlertAction.Resolve).IsHandled(story.Raised[0], AlertAction.Take, NoonMs + 1);
        Assert.Equal(2, RaisedAfter(story, "b", NoonMs + 2));

        // A further alert changes nothing about the first one.
        story.IsHandled(story.Raised[0], AlertAction.Snooze, NoonMs + 3);
        Assert.Equal(3, RaisedAfter(story, "c", NoonMs + 4));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void To_resolve_one_alert_of_a_rule_does_not_speak_for_another_that_is_taken(int resolved, int taken)
    {
        var story = Loudly(2);
        story.IsHandled(story.Raised[taken], AlertAction.Take).IsHandled(story.Raised[resolved], AlertAction.Resolve);
        Assert.Equal(2, RaisedAfter(Copy(story), "x", NoonMs + 1));

        story.IsHandled(story.Raised[taken], AlertAction.Resolve);
        Assert.Equal(3, RaisedAfter(story, "y", NoonMs + 2));
    }

    [Fact]
    public void Two_that_are_taken_keep_quiet_until_both_are_resolved()
    {
        var story = Loudly(2);
        story.Raised.ToList().ForEach(alert => story.IsHandled(alert, AlertAction.Take));
        story.IsHandled(story.Raised[1], AlertAction.Resolve);
        Assert.Equal(2, RaisedAfter(story, "x", NoonMs + 1));

        story.IsHandled(story.Raised[0], AlertAction.Resolve);
        Assert.Equal(3, RaisedAfter(story, "y", NoonMs + 2));
    }

    [Fact]
    public void What_was_handled_is_forgotten_when_it_is_over_and_bounded_before()
    {
        var story = Loudly(RaisedFor.HandledMax + 2);
        story.Raised.ToList().ForEach(alert => story.IsHandled(alert, AlertAction.Resolve));
        Assert.Equal(RaisedFor.HandledMax, Assert.Single(story.Customer.Alerts!.All.ToArray()).Handled.Length);

        story.Happens(Line("z", "complaint", NoonMs + (HandledFor.ResolvedDays * DayMs)), NoonMs + (HandledFor.ResolvedDays * DayMs));
        Assert.Null(story.Customer.Alerts);
    }

    [Fact]
    public void A_memory_of_the_first_form_still_reads_and_what_it_says_is_taken_ends_as_well()
    {
        var story = Loudly(1);
        story.Customer.Alerts = FirstForm(long.MaxValue);

        Assert.Equal(1, RaisedAfter(story, "b", NoonMs + 1));
        Assert.Equal(1, RaisedAfter(story, "c", NoonMs + TakenMs));
        Assert.Equal(2, RaisedAfter(Copy(story), "d", NoonMs + 1 + TakenMs));
    }

    [Fact]
    public void In_a_memory_of_the_first_form_any_alert_of_the_rule_that_is_resolved_ends_it()
    {
        var story = Loudly(1);
        story.Customer.Alerts = FirstForm(NoonMs + DayMs);
        Assert.Equal(1, RaisedAfter(story, "b", NoonMs + 1));

        story.IsHandled(story.Raised[0], AlertAction.Resolve, NoonMs + 2);
        Assert.Equal(2, RaisedAfter(story, "c", NoonMs + 3));
    }

    private static AlertMemory FirstForm(long muteUntilMs) => Bytes.Read(
        Bytes.Of(writer =>
        {
            writer.Write7BitEncodedInt(1);
            writer.Write(Loud.Key);
            writer.Write7BitEncodedInt64(NoonMs);
            writer.Write7BitEncodedInt64(muteUntilMs);
            writer.Write(false);
        }),
        (reader, _) => AlertMemory.Decode(reader, isFirstForm: true));

    private static CustomerStory Loudly(int alerts)
    {
        var story = new CustomerStory { Rules = Rules.Of(Loud) };
        for (var i = 0; i < alerts; i++)
        {
            story.Happens(Line($"a{i}", "complaint", NoonMs));
        }

        Assert.Equal(alerts, story.Raised.Count);
        return story;
    }

    // As it is when it was written and read again.
    private static CustomerStory Copy(CustomerStory story)
    {
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(story.Customer, writer));
        var copy = new CustomerStory
        {
            Rules = story.Rules,
            Customer = Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources())),
        };
        copy.Raised.AddRange(story.Raised);
        return copy;
    }

    private static int RaisedAfter(CustomerStory story, string id, long atMs) => story.Happens(Line(id, "complaint", atMs), atMs).Raised.Count;
}
