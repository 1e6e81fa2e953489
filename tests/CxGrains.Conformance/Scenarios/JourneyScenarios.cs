using System.Text.Json;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Customers go through journeys by what they do and are dropped by time alone, goals are judged, and changes told from chance.</summary>
public abstract class JourneyScenarios : RuntimeScenarios
{
    private const string Buying =
        """{"journeys":[{"id":"buy","dropDays":10,"stages":[{"id":"visit","type":"visit"},{"id":"buy","type":"purchase"}]}]}""";

    private const string SlowBuying =
        """{"journeys":[{"id":"buy","dropDays":20,"stages":[{"id":"visit","type":"visit"},{"id":"buy","type":"purchase"}]}]}""";

    [ScenarioFact]
    public async Task A_customer_is_dropped_with_no_event_at_all()
    {
        var runtime = await StartAsync();
        await DecideAsync(runtime, Buying);
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon), Lines.Visit("i2", "bob", Lines.Noon), Purchase("i3", "bob", Lines.Noon));
        Assert.Equal((2, 1, 0, 1, 1), await VisitsAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal((2, 1, 0, 1, 1), await VisitsAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((2, 1, 1, 0, 0), await VisitsAsync(runtime));
        Assert.Equal("visit", (await InsightsAsync(runtime)).Journeys[0].HurtsMost.Stage);
    }

    [ScenarioFact]
    public async Task Leaving_counts_for_the_segment_that_entering_counted_for()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineAsync(runtime, "pros", """{"field":"trait.plan","op":"eq","value":"pro"}""");
        await DecideAsync(runtime, Buying);
        await client.SendAsync(Plan("i1", "ada", "pro"), Lines.Visit("i2", "ada", Lines.Noon), Plan("i3", "bob", "pro"), Lines.Visit("i4", "bob", Lines.Noon), Lines.Visit("i5", "cyd", Lines.Noon));
        runtime.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.SendAsync(Plan("i6", "ada", "free"), Plan("i7", "bob", "free"), Purchase("i8", "bob", runtime.Clock.GetUtcNow()));
        Assert.Equal((2, 1, 0, 1, 1), await VisitsAsync(runtime, "pros"));
        Assert.Equal((3, 1, 0, 2, 2), await VisitsAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal((2, 1, 1, 0, 0), await VisitsAsync(runtime, "pros"));
        Assert.Equal((3, 1, 2, 0, 0), await VisitsAsync(runtime));
        Assert.Equal(0, (await InsightsAsync(runtime, "pros")).Journeys[0].Stages[1].Entered);
    }

    [ScenarioTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journey_goes_on_after_a_restart_and_drops_what_fell_due_meanwhile(bool crashes)
    {
        var runtime = await StartAsync();
        await DecideAsync(runtime, Buying);
        await new Client(runtime).SendAsync(Enumerable.Range(0, 50).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon)));
        runtime.Clock.Advance(TimeSpan.FromDays(1));
        await (crashes ? CrashAndStartAsync(runtime) : RestartAsync(runtime));
        await new Client(runtime).SendAsync(Enumerable.Range(0, 20).Select(i => Purchase($"p{i}", $"c{i}", runtime.Clock.GetUtcNow())));
        Assert.Equal((50, 20, 0, 30, 30), await VisitsAsync(runtime));

        await runtime.SaveAsync();
        await (crashes ? runtime.CrashAsync() : runtime.StopAsync());
        runtime.Clock.Advance(TimeSpan.FromDays(20));
        await runtime.StartAsync();

        Assert.Equal((50, 20, 30, 0, 0), await VisitsAsync(runtime));
        var time = (await InsightsAsync(runtime)).Journeys[0].Stages[0].TimeInStage;
        Assert.Equal(20, time.Count);
        Assert.InRange(time.P50Hours!.Value, 24 / 1.42, 24 * 1.42);
    }

    [ScenarioFact]
    public async Task A_changed_journey_begins_anew_and_a_renamed_one_goes_on()
    {
        var runtime = await StartAsync();
        await DecideAsync(runtime, Buying);
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await DecideAsync(runtime, Buying.Replace("\"id\":\"buy\",\"dropDays", "\"id\":\"buy\",\"name\":\"Shopping\",\"dropDays", StringComparison.Ordinal));
        Assert.Equal((1, 0, 0, 1, 1), await VisitsAsync(runtime));
        Assert.Equal("Shopping", (await InsightsAsync(runtime)).Journeys[0].Name);

        await DecideAsync(runtime, SlowBuying);
        Assert.Equal((0, 0, 0, 0, 0), await VisitsAsync(runtime));

        await client.SendAsync(Purchase("i2", "ada", Lines.Noon), Lines.Visit("i3", "ada", Lines.Noon), Lines.Visit("i4", "bob", Lines.Noon));
        runtime.Clock.Advance(TimeSpan.FromDays(19));
        Assert.Equal((2, 0, 0, 2, 2), await VisitsAsync(runtime));
    }

    [ScenarioFact]
    public async Task Goals_are_judged_by_what_the_workspace_its_surveys_and_its_segments_show()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "pros", """{"field":"trait.plan","op":"eq","value":"pro"}""");
        await DecideAsync(runtime, """
            {"goals":[
            {"id":"all","metric":"customers","start":0,"target":40,"from":"2025-06-01","by":"2025-06-30"},
            {"id":"pros","metric":"customers","segment":"pros","start":0,"target":10,"from":"2025-06-01","by":"2025-06-30"},
            {"id":"nps","metric":"nps","survey":"nps","target":90,"from":"2025-06-10","by":"2025-06-30"},
            {"id":"none","metric":"csat","survey":"csat","target":90,"from":"2025-06-10","by":"2025-06-30"}]}
            """);
        await new Client(runtime).SendAsync(
            Enumerable.Range(0, 30).Select(i => Lines.Nps($"a{i}", $"c{i}", Lines.Noon.AddDays(-20), i < 15 ? 9 : 0))
                .Concat(Enumerable.Range(0, 30).Select(i => Lines.Nps($"b{i}", $"c{i}", Lines.Noon, i < 29 ? 10 : 0)))
                .Append(Plan("i1", "c1", "pro")));
        await runtime.SettleAsync();

        var goals = (await InsightsAsync(runtime)).Goals.ToDictionary(goal => goal.Id);

        Assert.Equal((30.0, 20.0 * 14.5 / 15, OnTrack.Yes), (goals["all"].Value!.Value, goals["all"].Expected!.Value, goals["all"].OnTrack));
        Assert.Equal((1.0, OnTrack.No), (goals["pros"].Value!.Value, goals["pros"].OnTrack));
        Assert.Equal(0, goals["nps"].Start);
        Assert.Equal(100.0 * (44 - 16) / 60, goals["nps"].Value!.Value, 9);
        Assert.Equal((ScoreStatus.NotEnoughData, OnTrack.Uncertain, "There is no survey 'csat'."), (goals["none"].Status, goals["none"].OnTrack, goals["none"].Words));
        Assert.Empty((await InsightsAsync(runtime, "pros")).Goals);
    }

    [ScenarioFact]
    public async Task A_change_is_told_from_chance()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
            Enumerable.Range(0, 40).Select(i => Lines.Nps($"a{i}", $"c{i}", Lines.Noon.AddDays(-40), i < 20 ? 9 : 0))
                .Concat(Enumerable.Range(0, 40).Select(i => Lines.Nps($"b{i}", $"c{i}", Lines.Noon, i < 36 ? 9 : 0))));
        await runtime.SettleAsync();

        var survey = (await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None))!.Change;
        var workspace = (await InsightsAsync(runtime)).Changes;

        Assert.Equal((80.0, true, "NPS rose by 80 points, more than chance explains."), (survey.Difference!.Value, survey.IsReal!.Value, survey.Words));
        Assert.Equal(survey, workspace.Nps);
        Assert.Equal((ScoreStatus.NotEnoughData, "Not enough answers to tell: 0 now and 0 before, of 20 each."), (workspace.Csat.Status, workspace.Csat.Words));
    }

    private static async Task DecideAsync(IRuntimeUnderTest runtime, string settings)
    {
        using var json = JsonDocument.Parse(settings);
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, WorkspaceSettings.Parse(json.RootElement), null, CancellationToken.None);
        await runtime.SettleAsync();
    }

    private static async Task<InsightsView> InsightsAsync(IRuntimeUnderTest runtime, string? segment = null) =>
        (await runtime.Queries.InsightsAsync(Client.Workspace, segment, 30, null, CancellationToken.None))!;

    private static async Task<(long Entered, long MovedOn, long Dropped, long InIt, long InItNow)> VisitsAsync(IRuntimeUnderTest runtime, string? segment = null)
    {
        await runtime.SettleAsync();
        var stage = (await InsightsAsync(runtime, segment)).Journeys[0].Stages[0];
        return (stage.Entered, stage.MovedOn, stage.Dropped, stage.InIt, stage.InItNow);
    }

    private static string Purchase(string id, string customer, DateTimeOffset at) => Lines.Of(id, customer, "purchase", at, "\"value\":5");

    private static string Plan(string id, string customer, string plan) =>
        Lines.Of(id, customer, "identify", Lines.Noon.AddSeconds(id.Length + id[^1]), $"\"traits\":{{\"plan\":\"{plan}\"}}");
}
