using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>What a workspace wants to be told of, it is told of once, whatever happens to the runtime meanwhile.</summary>
public abstract class AlertRuleScenarios : RuntimeScenarios
{
    [ScenarioFact]
    public async Task Several_rules_are_raised_with_their_names_and_severities()
    {
        var runtime = await StartAsync();
        await DefineRuleAsync(runtime, "loud", """{"name":"Loud","severity":"info","owner":"Mia","condition":{"type":"complaint"}}""");
        await DefineRuleAsync(runtime, "leaving", """{"severity":"critical","condition":{"type":"cancelRequest"}}""");
        await DefineRuleAsync(runtime, "detractors", """{"condition":{"type":"detractor"}}""");
        await new Client(runtime).SendAsync(
            Lines.Of("i1", "ada", "complaint", Lines.Noon),
            Lines.Of("i2", "bob", "cancel_requested", Lines.Noon),
            Lines.Nps("i3", "cy", Lines.Noon, 3),
            Lines.Nps("i4", "dan", Lines.Noon, 7),
            Lines.Of("i1", "ada", "complaint", Lines.Noon));

        var alerts = (await OpenAsync(runtime)).Alerts.ToDictionary(alert => alert.Rule);
        Assert.Equal(3, alerts.Count);
        Assert.Equal(("ada", "Loud", AlertSeverity.Info, "Mia", "Complained"), (alerts["loud"].Customer, alerts["loud"].RuleName, alerts["loud"].Severity, alerts["loud"].Owner, alerts["loud"].Reason));
        Assert.Equal(("bob", "leaving", AlertSeverity.Critical), (alerts["leaving"].Customer, alerts["leaving"].RuleName, alerts["leaving"].Severity));
        Assert.Equal(("cy", AlertSeverity.Warning), (alerts["detractors"].Customer, alerts["detractors"].Severity));
    }

    [ScenarioFact]
    public async Task A_rule_holds_from_where_it_was_defined_and_until_it_is_deleted_through_crashes()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Of("i1", "ada", "complaint", Lines.Noon));
        var rules = await DefineRuleAsync(runtime, "loud", """{"condition":{"type":"complaint"}}""");
        await client.SendAsync(Lines.Of("i2", "bob", "complaint", Lines.Noon));
        await CrashAndStartAsync(runtime);
        Assert.Equal(["bob"], (await OpenAsync(runtime)).Alerts.Select(alert => alert.Customer));
        Assert.Equal(rules.ToStored(), (await runtime.Definitions.OfAsync(Client.Workspace, CancellationToken.None)).Alerts.ToStored());

        await runtime.SaveAsync();
        await client.SendAsync(Lines.Of("i3", "cy", "complaint", Lines.Noon));
        await runtime.Definitions.DeleteAlertRuleAsync(Client.Workspace, "loud", null, CancellationToken.None);
        await client.SendAsync(Lines.Of("i4", "dan", "complaint", Lines.Noon));
        await CrashAndStartAsync(runtime);

        Assert.Equal(["bob", "cy"], (await OpenAsync(runtime)).Alerts.Select(alert => alert.Customer).Order(StringComparer.Ordinal));
    }

    [ScenarioFact]
    public async Task Without_the_rule_of_high_risk_silence_raises_nothing()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await runtime.Definitions.DeleteAlertRuleAsync(Client.Workspace, Alert.ChurnHigh, null, CancellationToken.None);

        runtime.Clock.Advance(TimeSpan.FromDays(250) + TimeSpan.FromMilliseconds(1));

        Assert.Equal((0, 0), await AlertsAsync(runtime));
        Assert.Equal(1, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).AtRisk);
    }

    [ScenarioFact]
    public async Task Silence_raises_rules_at_their_due_time_also_for_customers_who_were_there_before()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon), Lines.Visit("i2", "bob", Lines.Noon.AddDays(-8)));
        runtime.Clock.Advance(TimeSpan.FromDays(3));
        await runtime.SettleAsync();
        await DefineRuleAsync(runtime, "quiet", """{"condition":{"type":"noContact","days":7}}""");
        await runtime.SettleAsync();

        runtime.Clock.Advance(TimeSpan.FromDays(4) - TimeSpan.FromMilliseconds(1));
        Assert.Equal((0, 0), await AlertsAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await runtime.SettleAsync();
        var alert = Assert.Single((await OpenAsync(runtime)).Alerts);
        Assert.Equal(("quiet", "ada", Lines.Noon.AddDays(7)), (alert.Rule, alert.Customer, alert.At));
    }

    [ScenarioFact]
    public async Task A_missed_target_raises_with_no_event_at_all_and_closes_when_the_ticket_is_resolved()
    {
        var runtime = await StartAsync();
        await runtime.Definitions.DecideSettingsAsync(
            Client.Workspace, new WorkspaceSettings { Sla = [new SlaTarget { ResolutionMinutes = 60 }] }, null, CancellationToken.None);
        await DefineRuleAsync(runtime, "late", """{"condition":{"type":"slaBreach"}}""");
        var client = new Client(runtime);
        await client.SendAsync(Lines.Of("i1", "ada", "ticket_opened", Lines.Noon, "\"properties\":{\"ticket\":\"T-1\"}"));
        runtime.Clock.Advance(TimeSpan.FromMinutes(60));
        await CrashAndStartAsync(runtime);
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        Assert.Equal("Ticket T-1 missed its target for the resolution", Assert.Single((await OpenAsync(runtime)).Alerts).Reason);

        await client.SendAsync(Lines.Of("i2", "ada", "ticket_resolved", Lines.Noon.AddMinutes(60), "\"properties\":{\"ticket\":\"T-1\"}"));
        Assert.Equal((0, 0), await AlertsAsync(runtime));
    }

    [ScenarioTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_crash_around_the_due_time_raises_each_once_and_keeps_the_cooldown(int seed)
    {
        const int Customers = 20;
        var random = new Random(seed);
        var runtime = await StartAsync();
        await DefineRuleAsync(runtime, "quiet", """{"condition":{"type":"noContact","days":1}}""");
        await DefineRuleAsync(runtime, "loud", """{"cooldownMinutes":600,"condition":{"type":"complaint"}}""");
        await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon.AddMinutes(-i))));
        runtime.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(Customers));
        for (var minutes = 0; minutes <= Customers; minutes += 5)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(5));
            await new Client(runtime).SendAsync(Lines.Of($"x{minutes}", "loudmouth", "complaint", runtime.Clock.GetUtcNow()));
            if (random.Next(2) > 0)
            {
                await CrashAndStartAsync(runtime);
            }
        }

        Assert.Equal((Customers + 1, 0), await AlertsAsync(runtime));
    }

    [ScenarioFact]
    public async Task An_account_in_many_partitions_raises_one_alert()
    {
        var runtime = await StartAsync();
        await DefineRuleAsync(runtime, "loud", """{"grouping":"account","cooldownMinutes":1440,"condition":{"type":"complaint"}}""");
        await new Client(runtime).SendAsync(Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            Lines.Of($"g{i}", $"c{i}", "group", Lines.Noon, "\"account\":\"acme\""), Lines.Of($"i{i}", $"c{i}", "complaint", Lines.Noon),
        }));

        var page = await OpenAsync(runtime);
        Assert.Equal(1, page.Total);
        Assert.Equal("acme", Assert.Single(page.Alerts).Account);
    }

    [ScenarioFact]
    public async Task An_alert_is_taken_and_resolved_once_and_tells_who_and_what_became_of_it_through_crashes()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        runtime.Clock.Advance(TimeSpan.FromDays(250) + TimeSpan.FromMilliseconds(1));
        var id = Assert.Single((await OpenAsync(runtime)).Alerts).Id;

        Assert.Null(await HandleAsync(runtime, "nothing", AlertAction.Take, "Mia"));
        var taken = (await HandleAsync(runtime, id, AlertAction.Take, "Mia", note: "I call her"))!;
        Assert.Equal(("taken", "Mia", "I call her"), (taken.State, taken.HandledBy, Assert.Single(taken.History).Note));
        Assert.Single((await HandleAsync(runtime, id, AlertAction.Take, "Mia", note: "I call her"))!.History);
        await CrashAndStartAsync(runtime);
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        Assert.Equal("taken", Assert.Single((await OpenAsync(runtime)).Alerts).State);

        // She comes back: who has taken it is still to say what became of it.
        await new Client(runtime).SendAsync(Lines.Visit("i2", "ada", runtime.Clock.GetUtcNow()));
        Assert.True(Assert.Single((await OpenAsync(runtime)).Alerts).HasRecovered);

        var resolved = (await HandleAsync(runtime, id, AlertAction.Resolve, "Ben", outcome: AlertOutcome.Saved))!;
        Assert.Equal(("resolved", "Ben", AlertOutcome.Saved), (resolved.State, resolved.HandledBy, resolved.Outcome));
        await Assert.ThrowsAsync<ConflictException>(() => HandleAsync(runtime, id, AlertAction.Take, "Mia"));
        await CrashAndStartAsync(runtime);
        Assert.Equal((0, 0), await AlertsAsync(runtime));
        var page = await runtime.Queries.AlertsAsync(Client.Workspace, "resolved", 10, CancellationToken.None);
        Assert.Equal((1, new AlertRecordView(1, 0, 0, 100)), (page.Total, page.Record));

        // It was wrong after all.
        await HandleAsync(runtime, id, AlertAction.Resolve, "Ben", outcome: AlertOutcome.FalseAlarm);
        Assert.Equal(new AlertRecordView(0, 0, 1, 0), (await OpenAsync(runtime)).Record);
    }

    [ScenarioFact]
    public async Task Who_has_taken_or_put_off_an_alert_is_not_told_again()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineRuleAsync(runtime, "loud", """{"condition":{"type":"complaint"}}""");
        await client.SendAsync(Lines.Of("i1", "ada", "complaint", Lines.Noon), Lines.Of("i2", "bob", "complaint", Lines.Noon));
        var ids = (await OpenAsync(runtime)).Alerts.ToDictionary(alert => alert.Customer!, alert => alert.Id);
        await HandleAsync(runtime, ids["ada"], AlertAction.Take, "Mia");
        await HandleAsync(runtime, ids["bob"], AlertAction.Snooze, "Mia", until: Lines.Noon.AddHours(2));

        runtime.Clock.Advance(TimeSpan.FromHours(1));
        await client.SendAsync(Lines.Of("i3", "ada", "complaint", Lines.Noon.AddHours(1)), Lines.Of("i4", "bob", "complaint", Lines.Noon.AddHours(1)));
        await CrashAndStartAsync(runtime);
        Assert.Equal((2, 0), await AlertsAsync(runtime));
        Assert.Equal("snoozed", (await OpenAsync(runtime)).Alerts.Single(alert => alert.Customer == "bob").State);

        runtime.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("open", (await OpenAsync(runtime)).Alerts.Single(alert => alert.Customer == "bob").State);
        await HandleAsync(runtime, ids["ada"], AlertAction.Resolve, "Mia", outcome: AlertOutcome.Lost);
        await client.SendAsync(Lines.Of("i5", "ada", "complaint", Lines.Noon.AddHours(2)), Lines.Of("i6", "bob", "complaint", Lines.Noon.AddHours(2)));
        Assert.Equal((3, 0), await AlertsAsync(runtime));

        // A complaint says nothing of churn risk.
        Assert.Null((await OpenAsync(runtime)).Record.PrecisionPercent);
    }

    [ScenarioFact]
    public async Task A_taken_alert_keeps_its_rule_quiet_until_it_is_resolved_itself_or_ninety_days_are_over()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineRuleAsync(runtime, "loud", """{"condition":{"type":"complaint"}}""");
        await client.SendAsync(Lines.Of("i1", "ada", "complaint", Lines.Noon), Lines.Of("i2", "ada", "complaint", Lines.Noon));
        var ids = (await OpenAsync(runtime)).Alerts.Select(alert => alert.Id).ToList();
        await HandleAsync(runtime, ids[0], AlertAction.Take, "Mia");
        await HandleAsync(runtime, ids[1], AlertAction.Resolve, "Ben", outcome: AlertOutcome.Lost);
        await CrashAndStartAsync(runtime);
        await client.SendAsync(Lines.Of("i3", "ada", "complaint", Lines.Noon));
        Assert.Equal(ids[0], Assert.Single((await OpenAsync(runtime)).Alerts).Id);

        runtime.Clock.Advance(TimeSpan.FromDays(AlertAct.TakenDaysMax));
        await client.SendAsync(Lines.Of("i4", "ada", "complaint", runtime.Clock.GetUtcNow()));
        Assert.Equal(2, (await OpenAsync(runtime)).Alerts.Count(alert => alert.Rule == "loud"));
    }

    [ScenarioFact]
    public async Task An_alert_of_an_account_is_resolved_wherever_it_is_and_counts_once()
    {
        var runtime = await StartAsync();
        await DefineRuleAsync(runtime, Alert.ChurnHigh, """{"grouping":"account","cooldownMinutes":129600,"condition":{"type":"riskBand","band":"high"}}""");
        await new Client(runtime).SendAsync(Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            Lines.Visit($"i{i}", $"c{i}", Lines.Noon), Lines.Of($"g{i}", $"c{i}", "group", Lines.Noon, "\"account\":\"acme\""),
        }));
        runtime.Clock.Advance(TimeSpan.FromDays(250) + TimeSpan.FromMilliseconds(1));
        var id = Assert.Single((await OpenAsync(runtime)).Alerts).Id;

        await HandleAsync(runtime, id, AlertAction.Resolve, "Mia", outcome: AlertOutcome.Saved);

        Assert.Equal((0, 0), await AlertsAsync(runtime));
        Assert.Equal(1, (await OpenAsync(runtime)).Record.Saved);
    }

    [ScenarioFact]
    public async Task What_one_does_with_an_alert_is_told_to_who_watches_alerts()
    {
        var runtime = await StartAsync();
        await DefineRuleAsync(runtime, "loud", """{"condition":{"type":"complaint"}}""");
        await new Client(runtime).SendAsync(Lines.Of("i1", "ada", "complaint", Lines.Noon));
        var id = Assert.Single((await OpenAsync(runtime)).Alerts).Id;
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = await runtime.Live.WatchAsync(Client.Workspace, new Topic(TopicKind.Alerts, ""), () => told.TrySetResult(), CancellationToken.None);

        await HandleAsync(runtime, id, AlertAction.Take, "Mia");

        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [ScenarioFact]
    public async Task A_dry_run_tells_whom_a_rule_would_have_been_raised_for_and_raises_nothing()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Of("old", "old", "complaint", Lines.Noon.AddDays(-8)), Lines.Of("g", "cy", "group", Lines.Noon, "\"account\":\"acme\""));
        await client.SendAsync(Enumerable.Range(0, 100).Select(i => Lines.Visit($"v{i}", $"c{i}", Lines.Noon.AddDays(-6).AddMinutes(-i))));
        await client.SendAsync(
            Lines.Of("i1", "ada", "complaint", Lines.Noon), Lines.Of("i2", "bob", "complaint", Lines.Noon.AddDays(-6)), Lines.Of("i3", "cy", "complaint", Lines.Noon.AddDays(-1)));

        var loud = await DryRunAsync(runtime, """{"condition":{"type":"complaint"}}""");
        Assert.Equal((3, true), (loud.Count, loud.IsComplete));
        Assert.Equal(["ada", "cy"], loud.Examples.Select(example => example.Customer));
        Assert.Equal(1, (await DryRunAsync(runtime, """{"condition":{"type":"complaint"},"filter":{"account":"acme"}}""")).Count);

        // The hundred, and two of those who complained.
        Assert.Equal(102, (await DryRunAsync(runtime, """{"condition":{"type":"noContact","days":5}}""")).Count);
        Assert.Equal(0, (await DryRunAsync(runtime, """{"condition":{"type":"cancelRequest"}}""")).Count);
        Assert.Equal((0, 0), await AlertsAsync(runtime));
    }

    private static async Task<DryRunView> DryRunAsync(IRuntimeUnderTest runtime, string rule)
    {
        await runtime.SettleAsync();
        return await runtime.Queries.DryRunAsync(Client.Workspace, AlertRuleReader.Read(JsonElement.Parse(rule)), 2, CancellationToken.None);
    }

    private static async Task<AlertView?> HandleAsync(
        IRuntimeUnderTest runtime, string id, AlertAction action, string actor, DateTimeOffset? until = null, AlertOutcome? outcome = null, string? note = null) =>
        await runtime.Alerts.HandleAsync(
            Client.Workspace,
            id,
            new AlertAct(runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds(), actor, action, until?.ToUnixTimeMilliseconds() ?? 0, outcome, note),
            CancellationToken.None);

    private protected static async Task<AlertRules> DefineRuleAsync(IRuntimeUnderTest runtime, string id, string rule) =>
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, AlertRuleReader.Read(JsonElement.Parse(rule), id), null, CancellationToken.None);

    private protected static async Task<AlertPage> OpenAsync(IRuntimeUnderTest runtime)
    {
        await runtime.SettleAsync();
        return await runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None);
    }
}
