using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Rules on surveys, segments and goals, whose sums span the partitions, are raised once where something has really come to be so.</summary>
public abstract class MovementScenarios : RuntimeScenarios
{
    private const string NpsFalls = """{"name":"NPS falls","severity":"critical","condition":{"type":"surveyMoved","survey":"nps"}}""";
    private const int Many = 60;

    [ScenarioFact]
    public async Task A_survey_that_really_falls_is_told_once_through_crashes()
    {
        var runtime = await StartPraisedAsync();
        await DefineRuleAsync(runtime, "fell", NpsFalls);
        await runtime.LookAtMovementsAsync();
        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);

        await runtime.LookAtMovementsAsync();
        await runtime.LookAtMovementsAsync();
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        await CrashAndStartAsync(runtime);
        await runtime.LookAtMovementsAsync();

        Assert.Equal((1, 0), await AlertsAsync(runtime));
        var alert = Assert.Single((await OpenAsync(runtime)).Alerts);
        Assert.Equal(("fell:survey:nps:2025-06-15", "fell", "NPS falls", null, "nps"), (alert.Id, alert.Rule, alert.RuleName, alert.Customer, alert.Name));
        Assert.Equal((new AlertSubject(AlertSubjectKind.Survey, "nps"), AlertConditionType.SurveyMoved, Lines.Noon), (alert.Subject, alert.Condition, alert.At));
        Assert.Equal((-8.3, 83.3, 2 * Many, Many), (Math.Round(alert.Seen!.Score, 1), Math.Round(alert.Seen.Against, 1), alert.Seen.Responses, alert.Seen.ResponsesBefore));
        Assert.Equal(
            "NPS fell by 91.67 points, more than chance explains. -8.33 of 120 answers in the last 30 days, 83.33 of 60 in as many before.", alert.Reason);
        Assert.Equal([alert.Id], await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task What_chance_explains_is_not_told()
    {
        var runtime = await StartPraisedAsync();
        await DefineRuleAsync(runtime, "fell", NpsFalls);
        await runtime.LookAtMovementsAsync();
        await AnswerAsync(runtime, "bad", 1, Lines.Noon, score: 0);

        await runtime.LookAtMovementsAsync();

        Assert.Equal((0, 0), await AlertsAsync(runtime));
        Assert.Empty(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task What_stands_when_the_rule_is_defined_is_not_told()
    {
        var runtime = await StartPraisedAsync();
        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);
        await DefineRuleAsync(runtime, "fell", NpsFalls);

        await runtime.LookAtMovementsAsync();
        await runtime.LookAtMovementsAsync();

        Assert.Equal((0, 0), await AlertsAsync(runtime));
    }

    [ScenarioTheory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public async Task An_import_and_answers_that_come_late_are_no_news(bool isImport, int daysAgo)
    {
        var runtime = await StartPraisedAsync();
        await DefineRuleAsync(runtime, "fell", NpsFalls);
        await DefineRuleAsync(runtime, "all-fell", """{"condition":{"type":"segmentMoved","metric":"nps"}}""");
        await runtime.LookAtMovementsAsync();
        await AnswerAsync(runtime, "bad", Many, Lines.Noon.AddDays(-daysAgo), score: 0, isImport);

        await runtime.LookAtMovementsAsync();
        runtime.Clock.Advance(TimeSpan.FromHours(2));
        await runtime.LookAtMovementsAsync();

        Assert.Equal((0, 0), await AlertsAsync(runtime));
        Assert.Empty(await SentAsync(runtime));
    }

    [ScenarioFact]
    public async Task Who_handles_it_is_not_told_again_and_what_ends_is_marked_so()
    {
        var runtime = await StartPraisedAsync();
        await DefineRuleAsync(runtime, "fell", NpsFalls);
        await runtime.LookAtMovementsAsync();
        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);
        await runtime.LookAtMovementsAsync();
        var id = Assert.Single((await OpenAsync(runtime)).Alerts).Id;

        Assert.Equal("taken", (await HandleAsync(runtime, id, AlertAction.Take))!.State);
        await AnswerAsync(runtime, "good", 40 * Many, Lines.Noon, score: 10);
        await runtime.LookAtMovementsAsync();
        await CrashAndStartAsync(runtime);
        var taken = Assert.Single((await OpenAsync(runtime)).Alerts);
        Assert.Equal(("taken", true), (taken.State, taken.HasRecovered));

        // The next day it falls again, while somebody still sees to the first.
        runtime.Clock.Advance(TimeSpan.FromDays(1));
        await AnswerAsync(runtime, "worse", 15 * Many, Lines.Noon.AddDays(1), score: 0);
        await runtime.LookAtMovementsAsync();
        Assert.Equal((1, 0), await AlertsAsync(runtime));

        Assert.Equal(AlertOutcome.Saved, (await HandleAsync(runtime, id, AlertAction.Resolve, AlertOutcome.Saved))!.Outcome);
        await runtime.LookAtMovementsAsync();
        Assert.Equal("fell:survey:nps:2025-06-16", Assert.Single((await OpenAsync(runtime)).Alerts).Id);
    }

    [ScenarioFact]
    public async Task Scores_of_a_segment_and_of_all_customers_are_told_and_a_redefinition_is_not()
    {
        var runtime = await StartPraisedAsync();
        await DefineAsync(runtime, "critics", """{"field":"nps.category","op":"eq","value":"promoter"}""");
        await DefineAsync(runtime, "answered", """{"field":"nps.score","op":"ge","value":0}""");
        await runtime.SettleAsync();
        await DefineRuleAsync(runtime, "all", """{"condition":{"type":"segmentMoved","metric":"nps","direction":"either"}}""");
        await DefineRuleAsync(runtime, "critics", """{"condition":{"type":"segmentMoved","segment":"critics","metric":"nps","direction":"either"}}""");
        await DefineRuleAsync(runtime, "answered", """{"condition":{"type":"segmentMoved","segment":"answered","metric":"nps","direction":"down"}}""");
        await DefineRuleAsync(runtime, "up", """{"condition":{"type":"segmentMoved","metric":"nps","direction":"up"}}""");
        await runtime.LookAtMovementsAsync();

        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);
        await runtime.LookAtMovementsAsync();
        Assert.Equal(["all", "answered"], (await OpenAsync(runtime)).Alerts.Select(alert => alert.Rule).Order(StringComparer.Ordinal));

        // Now its members are those who did not praise, too.
        await DefineAsync(runtime, "critics", """{"field":"nps.score","op":"ge","value":0}""");
        await runtime.SettleAsync();
        await runtime.LookAtMovementsAsync();
        await runtime.LookAtMovementsAsync();
        Assert.Equal((2, 0), await AlertsAsync(runtime));
        Assert.Equal(
            [new AlertSubject(AlertSubjectKind.Workspace, null), new AlertSubject(AlertSubjectKind.Segment, "answered")],
            (await OpenAsync(runtime)).Alerts.OrderBy(alert => alert.Rule, StringComparer.Ordinal).Select(alert => alert.Subject));
    }

    [ScenarioFact]
    public async Task A_goal_that_falls_behind_is_told_once_through_crashes()
    {
        var runtime = await StartPraisedAsync();
        var goal = new Goal
        {
            Id = "nps-60",
            Name = "NPS of 60",
            Metric = GoalMetric.Nps,
            Survey = "nps",
            Start = 20,
            Target = 60,
            From = new DateOnly(2025, 6, 1),
            By = new DateOnly(2025, 6, 30),
        };
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, new WorkspaceSettings { Goals = [goal] }, null, CancellationToken.None);
        await DefineRuleAsync(runtime, "behind", """{"condition":{"type":"goalOffTrack","goal":"nps-60"}}""");
        await runtime.LookAtMovementsAsync();
        Assert.False((await DryRunAsync(runtime, "goalOffTrack", "\"goal\":\"nps-60\"")).Now!.IsSo);

        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);
        await runtime.LookAtMovementsAsync();
        await CrashAndStartAsync(runtime);
        await runtime.LookAtMovementsAsync();

        var alert = Assert.Single((await OpenAsync(runtime)).Alerts);
        Assert.Equal((new AlertSubject(AlertSubjectKind.Goal, "nps-60"), "NPS of 60", -8.3), (alert.Subject, alert.Name, Math.Round(alert.Seen!.Score, 1)));
        Assert.Equal([alert.Id], await SentAsync(runtime));
        Assert.True((await DryRunAsync(runtime, "goalOffTrack", "\"goal\":\"nps-60\"")).Now!.IsSo);
    }

    [ScenarioFact]
    public async Task A_rule_that_is_deleted_or_disabled_is_forgotten()
    {
        var runtime = await StartPraisedAsync();
        await DefineRuleAsync(runtime, "fell", NpsFalls);
        await runtime.LookAtMovementsAsync();
        await runtime.Definitions.DeleteAlertRuleAsync(Client.Workspace, "fell", null, CancellationToken.None);
        await runtime.LookAtMovementsAsync();
        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);
        await DefineRuleAsync(runtime, "fell", NpsFalls);

        await runtime.LookAtMovementsAsync();
        await runtime.LookAtMovementsAsync();

        Assert.Equal((0, 0), await AlertsAsync(runtime));
    }

    [ScenarioFact]
    public async Task A_dry_run_tells_how_it_stands_and_raises_nothing()
    {
        var runtime = await StartPraisedAsync();
        var calm = await DryRunAsync(runtime, "surveyMoved", "\"survey\":\"nps\"");
        Assert.Equal((0, false), (calm.Count, calm.Now!.IsSo));
        await AnswerAsync(runtime, "bad", Many, Lines.Noon, score: 0);

        var fallen = await DryRunAsync(runtime, "surveyMoved", "\"survey\":\"nps\"");
        Assert.Equal((1, 0, true), (fallen.Count, fallen.Days, fallen.Now!.IsSo));
        Assert.Equal((new AlertSubject(AlertSubjectKind.Survey, "nps"), -91.7), (fallen.Now.Subject, Math.Round(fallen.Now.Seen!.Difference, 1)));
        Assert.False((await DryRunAsync(runtime, "surveyMoved", "\"survey\":\"nps\",\"direction\":\"up\"")).Now!.IsSo);
        Assert.False((await DryRunAsync(runtime, "segmentMoved", "\"metric\":\"nps\",\"windowDays\":7,\"direction\":\"either\"")).Now!.IsSo);
        Assert.Equal((0, 0), await AlertsAsync(runtime));
    }

    [ScenarioTheory]
    [InlineData("""{"condition":{"type":"surveyMoved","survey":"csat"}}""", "condition.survey", "'csat' is no survey of this workspace; there are 'nps'")]
    [InlineData("""{"condition":{"type":"detractor","survey":"csat"}}""", "condition.survey", "'csat' is no survey of this workspace; there are 'nps'")]
    [InlineData("""{"condition":{"type":"segmentMoved","segment":"vip","metric":"nps"}}""", "condition.segment", "'vip' is no segment of this workspace; there are 'pros'")]
    [InlineData("""{"condition":{"type":"complaint"},"filter":{"segment":"vip"}}""", "filter.segment", "'vip' is no segment of this workspace; there are 'pros'")]
    [InlineData("""{"condition":{"type":"goalOffTrack","goal":"g"}}""", "condition.goal", "'g' is no goal of this workspace; there is none yet")]
    public async Task A_rule_that_names_what_is_not_defined_is_refused(string rule, string field, string words)
    {
        var runtime = await StartPraisedAsync();
        await DefineAsync(runtime, "pros", """{"field":"trait.plan","op":"eq","value":"pro"}""");

        var error = await Assert.ThrowsAsync<InvalidFieldException>(() => DefineRuleAsync(runtime, "r", rule));
        Assert.Equal((field, words), (error.Field, error.Problem));
        Assert.Equal(field, (await Assert.ThrowsAsync<InvalidFieldException>(async () =>
            await runtime.Queries.DryRunAsync(Client.Workspace, AlertRuleReader.Read(JsonElement.Parse(rule)), 2, CancellationToken.None))).Field);
    }

    // Nearly everybody praised in the window before, and in this one up to now.
    private async Task<IRuntimeUnderTest> StartPraisedAsync()
    {
        var runtime = await StartAsync();
        await runtime.Destinations.DefineAsync(
            Client.Workspace, new Destination { Id = "all", Name = "all", Kind = DestinationKind.Webhook, Url = "https://example.com/", Secrets = [new SigningSecret("whsec_AAAA", null)] }, null, CancellationToken.None);
        foreach (var (who, daysAgo) in new[] { ("before", 40), ("now", 5) })
        {
            await AnswerAsync(runtime, who, Many - 10, Lines.Noon.AddDays(-daysAgo), score: 10);
            await AnswerAsync(runtime, $"{who}-well", 10, Lines.Noon.AddDays(-daysAgo), score: 8);
        }

        return runtime;
    }

    private static Task AnswerAsync(IRuntimeUnderTest runtime, string who, int answers, DateTimeOffset at, int score, bool isImport = false) =>
        new Client(runtime).SendAsync(Enumerable.Range(0, answers).Select(i => Lines.Nps($"{who}{i}", $"{who}{i}", at, score)), isImport);

    private static async Task DefineRuleAsync(IRuntimeUnderTest runtime, string id, string rule) =>
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, AlertRuleReader.Read(JsonElement.Parse(rule), id), null, CancellationToken.None);

    private static async Task<AlertView?> HandleAsync(IRuntimeUnderTest runtime, string id, AlertAction action, AlertOutcome? outcome = null) => await runtime.Alerts.HandleAsync(
        Client.Workspace, id, new AlertAct(runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds(), "Mia", action, 0, outcome, null), CancellationToken.None);

    private static async Task<DryRunView> DryRunAsync(IRuntimeUnderTest runtime, string type, string more)
    {
        await runtime.SettleAsync();
        var rule = JsonElement.Parse($$$"""{"condition":{"type":"{{{type}}}",{{{more}}}}}""");
        return await runtime.Queries.DryRunAsync(Client.Workspace, AlertRuleReader.Read(rule), 2, CancellationToken.None);
    }

    private static async Task<AlertPage> OpenAsync(IRuntimeUnderTest runtime)
    {
        await runtime.SettleAsync();
        return await runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None);
    }

    private static async Task<IEnumerable<string>> SentAsync(IRuntimeUnderTest runtime) =>
        (await runtime.Outbox.DeliveriesAsync(Client.Workspace, "all", DeliveryFilter.All, long.MaxValue, 100, CancellationToken.None)).Select(entry => entry.Notice.Id);
}
