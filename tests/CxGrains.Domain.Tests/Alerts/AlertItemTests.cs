using CxGrains.Domain.Alerts;

namespace CxGrains.Domain.Tests.Alerts;

public class AlertItemTests
{
    private const long AtMs = 1_749_988_800_000;

    private static readonly AlertItem Open = new() { Alert = new Alert("churn-high:ada:1", Alert.ChurnHigh, "ada", AtMs, "Silent", 0.75) };

    [Fact]
    public void Doing_the_same_again_changes_nothing()
    {
        var taken = Open.After(Act(AlertAction.Take));

        Assert.Same(taken, taken.After(Act(AlertAction.Take) with { AtMs = AtMs + 9 }));
        Assert.NotSame(taken, taken.After(Act(AlertAction.Take) with { Actor = "Ben" }));
    }

    [Fact]
    public void What_is_resolved_may_only_be_resolved_otherwise()
    {
        var resolved = Open.After(Act(AlertAction.Resolve, AlertOutcome.Saved));

        Assert.Same(resolved, resolved.After(Act(AlertAction.Take)));
        Assert.Equal(AlertOutcome.Lost, resolved.After(Act(AlertAction.Resolve, AlertOutcome.Lost)).Outcome);
    }

    [Fact]
    public void A_snooze_ends_by_itself()
    {
        var snoozed = Open.After(Act(AlertAction.Snooze) with { UntilMs = AtMs + 5 });

        Assert.Equal((AlertState.Snoozed, AlertState.Open), (snoozed.StateAt(AtMs + 4), snoozed.StateAt(AtMs + 5)));
    }

    [Fact]
    public void Only_the_latest_acts_are_kept()
    {
        var item = Open;
        for (var i = 0; i <= AlertItem.ActsMax; i++)
        {
            item = item.After(Act(AlertAction.Take) with { Actor = $"a{i}" });
        }

        Assert.Equal((AlertItem.ActsMax, "a1", $"a{AlertItem.ActsMax}"), (item.Acts.Count, item.Acts[0].Actor, item.Acts[^1].Actor));
    }

    [Fact]
    public void A_cause_that_goes_closes_what_nobody_has_taken()
    {
        Assert.Equal(AlertState.Closed, Open.Recovered().State);
        Assert.Equal(AlertState.Closed, Open.After(Act(AlertAction.Snooze) with { UntilMs = AtMs + 5 }).Recovered().State);
        Assert.Equal(AlertState.Taken, Open.After(Act(AlertAction.Take)).Recovered().State);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var item = Open.After(Act(AlertAction.Take) with { Note = "I call" }).After(Act(AlertAction.Resolve, AlertOutcome.Saved)).Recovered();

        var copy = AlertItem.FromBytes(item.ToBytes());

        Assert.Equal((item.Alert, item.State, item.HasRecovered, item.Outcome), (copy.Alert, copy.State, copy.HasRecovered, copy.Outcome));
        Assert.Equal(item.Acts, copy.Acts);
    }

    [Fact]
    public void Who_has_taken_or_put_off_one_keeps_its_rule_quiet_and_not_for_ever()
    {
        var taken = Open.After(Act(AlertAction.Take));
        var untilMs = AtMs + (AlertAct.TakenDaysMax * 86_400_000L);

        Assert.False(Open.IsQuietAt(AtMs));
        Assert.Equal((true, false), (taken.IsQuietAt(untilMs - 1), taken.IsQuietAt(untilMs)));
        Assert.True(Open.After(Act(AlertAction.Snooze) with { UntilMs = AtMs + 5 }).IsQuietAt(AtMs + 4));
        Assert.False(taken.After(Act(AlertAction.Resolve, AlertOutcome.Saved)).IsQuietAt(AtMs));
    }

    [Fact]
    public void A_book_of_version_1_still_reads()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((byte)1);
        writer.Write7BitEncodedInt(2);
        foreach (var isOpen in new[] { true, false })
        {
            writer.Write($"churn-high:ada:{isOpen}");
            writer.Write("churn-high");
            writer.Write("ada");
            writer.Write7BitEncodedInt64(AtMs);
            writer.Write("Silent");
            writer.Write(0.75);
            writer.Write(isOpen);
        }

        bytes.Position = 0;
        var book = AlertBook.Decode(new BinaryReader(bytes));

        Assert.Equal(["churn-high:ada:True"], book.Open.Select(alert => alert.Id));
        Assert.Equal(AlertState.Closed, book.Find("churn-high:ada:False")!.State);
        Assert.Equal((AlertSeverity.Critical, "High churn risk"), (book.All[0].Alert.Severity, book.All[0].Alert.RuleName));
    }

    private static AlertAct Act(AlertAction action, AlertOutcome? outcome = null) => new(AtMs, "Mia", action, 0, outcome, null);
}
