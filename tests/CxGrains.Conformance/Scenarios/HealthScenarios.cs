using System.Text.Json;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Health, advocacy and loyalty, live and with time alone.</summary>
public abstract class HealthScenarios : RuntimeScenarios
{
    private const double Tolerance = 1e-9;

    [ScenarioFact]
    public async Task Health_moves_on_the_event_and_its_measures_say_why()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(
            Lines.Visit("i1", "ada", Lines.Noon.AddDays(-3)),
            Lines.Visit("i2", "ada", Lines.Noon.AddDays(-1)),
            Lines.Nps("i3", "ada", Lines.Noon.AddDays(-1), 9),
            Lines.Of("i4", "ada", "purchase", Lines.Noon.AddDays(-1), "\"value\":20"));
        var calm = await HealthAsync(runtime, "ada");
        Assert.Equal(ScoreStatus.Ok, calm.Status);
        Assert.Equal(5, calm.Known);
        Assert.Null(calm.ChangeSinceLastWeek);

        // The clock began on a Sunday at noon.
        runtime.Clock.Advance(TimeSpan.FromDays(1));
        await client.SendAsync(Lines.Of("i5", "ada", "complaint", runtime.Clock.GetUtcNow()), Lines.Nps("i6", "ada", runtime.Clock.GetUtcNow(), 2));
        var upset = await HealthAsync(runtime, "ada");

        Assert.True(upset.ChangeSinceLastWeek < -5);
        Assert.Equal(upset.ChangeSinceLastWeek!.Value, upset.Measures.Sum(measure => measure.Change!.Value), Tolerance);
        Assert.Equal(upset.Score!.Value, upset.Measures.Sum(measure => measure.Points), Tolerance);
        Assert.Equal(HealthMeasure.Satisfaction, upset.Measures.MinBy(measure => measure.Change)!.Name);
        Assert.Equal(HealthTrend.Down, upset.Measures.Single(measure => measure.Name == HealthMeasure.Support).Trend);
    }

    [ScenarioFact]
    public async Task The_weeks_start_is_the_same_before_and_after_its_first_event_and_a_crash()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(
            Lines.Visit("i1", "ada", Lines.Noon.AddDays(-3)), Lines.Visit("i2", "ada", Lines.Noon), Lines.Of("i3", "ada", "purchase", Lines.Noon, "\"value\":20"));
        runtime.Clock.Advance(TimeSpan.FromDays(9));
        var silent = await HealthAsync(runtime, "ada");

        await client.SendAsync(Lines.Visit("i4", "ada", runtime.Clock.GetUtcNow()));
        var back = await HealthAsync(runtime, "ada");
        Assert.Equal(silent.Score!.Value - silent.ChangeSinceLastWeek!.Value, back.Score!.Value - back.ChangeSinceLastWeek!.Value, Tolerance);

        await CrashAndStartAsync(runtime);
        await runtime.SettleAsync();
        Assert.Equal(JsonSerializer.Serialize(back), JsonSerializer.Serialize(await HealthAsync(runtime, "ada")));
    }

    [ScenarioFact]
    public async Task Weights_and_tiers_are_the_workspaces_to_decide()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
            Lines.Visit("i1", "ada", Lines.Noon.AddDays(-1)), Lines.Of("i2", "ada", "purchase", Lines.Noon, "\"value\":20"), Lines.Visit("i3", "bob", Lines.Noon));

        await DecideAsync(runtime, """
            {"health":{"weights":{"usage":0,"satisfaction":0,"support":0,"relationship":0}},
             "loyalty":{"tiers":[{"name":"Buyers","rule":{"field":"purchases.count","op":"ge","value":1}}]}}
            """);

        Assert.Equal(100, (await HealthAsync(runtime, "ada")).Score);
        Assert.Equal("Buyers", (await CustomerAsync(runtime, "ada")).LoyaltyTier);
        Assert.Null((await CustomerAsync(runtime, "bob")).LoyaltyTier);
    }

    [ScenarioFact]
    public async Task A_promoter_that_refers_is_an_advocate_for_a_year_here_and_in_the_counts()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "buyers", """{"field":"purchases.count","op":"ge","value":1}""");
        var client = new Client(runtime);
        await client.SendAsync(
            Lines.Of("i0", "ada", "purchase", Lines.Noon, "\"value\":20"),
            Lines.Nps("i1", "ada", Lines.Noon, 10, "\"comment\":\"splendid\""),
            Lines.Nps("i2", "bob", Lines.Noon, 9),
            Lines.Of("i3", "cyd", "referral", Lines.Noon),
            Lines.Visit("i4", "dan", Lines.Noon));
        Assert.Equal((4, 2, 0, 1, 25), await AdvocacyAsync(runtime));

        await client.SendAsync(
            Lines.Of("i5", "ada", "referral", Lines.Noon.AddMinutes(1)),
            Lines.Of("i6", "bob", "review", Lines.Noon),
            Lines.Of("i7", "ada", "consent", Lines.Noon, "\"purpose\":\"testimonial\",\"granted\":true"));
        Assert.Equal((4, 2, 2, 2, 50), await AdvocacyAsync(runtime));
        Assert.Equal((1, 1, 1, 1, 100), await AdvocacyAsync(runtime, "buyers"));
        var ada = (await CustomerAsync(runtime, "ada")).Advocacy;
        Assert.Equal(AdvocacyStatus.Advocate, ada.Status);
        Assert.True(ada.Testimonial.MayAsk);
        Assert.Equal("splendid", ada.Testimonial.Comment);

        await CrashAndStartAsync(runtime);
        runtime.Clock.Advance(TimeSpan.FromDays(364));
        Assert.Equal((4, 2, 2, 2, 50), await AdvocacyAsync(runtime));

        // With no event at all.
        runtime.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((4, 0, 0, 2, 50), await AdvocacyAsync(runtime));
        Assert.Equal(AdvocacyStatus.NotEnoughData, (await CustomerAsync(runtime, "ada")).Advocacy.Status);
    }

    private static async Task<(long Customers, long Promoters, long Advocates, long Referrers, double? Rate)> AdvocacyAsync(IRuntimeUnderTest runtime, string? segment = null)
    {
        await runtime.SettleAsync();
        var view = (await runtime.Queries.InsightsAsync(Client.Workspace, segment, 30, null, CancellationToken.None))!.Advocacy;
        return (view.Customers, view.Promoters, view.Advocates, view.Referrers, view.ReferralRate);
    }

    private static async Task DecideAsync(IRuntimeUnderTest runtime, string json)
    {
        using var document = JsonDocument.Parse(json);
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, WorkspaceSettings.Parse(document.RootElement), null, CancellationToken.None);
        await runtime.SettleAsync();
    }

    private static async Task<HealthView> HealthAsync(IRuntimeUnderTest runtime, string id) => (await CustomerAsync(runtime, id)).Health;

    private static async Task<CustomerView> CustomerAsync(IRuntimeUnderTest runtime, string id) =>
        (await runtime.Queries.CustomerAsync(Client.Workspace, id, null, CancellationToken.None))!;
}
