using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Silence turns customers at-risk, and people hear of it once. A customer seen on one day only turns high after 250 days.</summary>
public abstract class SilenceScenarios : RuntimeScenarios
{
    private static readonly TimeSpan UntilHigh = TimeSpan.FromDays(250) + TimeSpan.FromMilliseconds(1);

    [ScenarioFact]
    public async Task Silence_raises_one_alert_with_no_event_at_all()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
            Lines.Visit("i1", "ada", Lines.Noon), Lines.Of("i2", "ada", "identify", Lines.Noon, "\"traits\":{\"name\":\"Ada\"}"));

        runtime.Clock.Advance(UntilHigh - TimeSpan.FromMinutes(1));
        Assert.Equal((0, 0), await AlertsAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        var alert = Assert.Single((await OpenAsync(runtime)).Alerts);
        Assert.Equal(("ada", "Ada", "churn-high"), (alert.Customer, alert.Name, alert.Rule));
        Assert.InRange(alert.At, Lines.Noon + TimeSpan.FromDays(250) - TimeSpan.FromMilliseconds(1), Lines.Noon + UntilHigh);

        runtime.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal((1, 0), await AlertsAsync(runtime));
    }

    [ScenarioFact]
    public async Task An_alert_closes_when_the_customer_returns_and_opens_anew_with_the_next_silence()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        runtime.Clock.Advance(UntilHigh);
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        var first = Assert.Single((await OpenAsync(runtime)).Alerts).Id;

        await client.SendAsync(Lines.Visit("i2", "ada", runtime.Clock.GetUtcNow()));
        Assert.Equal((0, 0), await AlertsAsync(runtime));
        Assert.Equal(0, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).AtRisk);

        // Two active days, 250 days apart: ln(1/5) + 2 ln(1 + s/280) reaches ln(7/3).
        runtime.Clock.Advance(TimeSpan.FromDays(280 * (Math.Sqrt(35.0 / 3) - 1)) + TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), await AlertsAsync(runtime));
        Assert.NotEqual(first, Assert.Single((await OpenAsync(runtime)).Alerts).Id);
    }

    [ScenarioTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_crash_around_the_due_time_raises_no_second_alert_and_loses_none(int seed)
    {
        const int Customers = 40;
        var random = new Random(seed);
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon.AddMinutes(-i))));
        runtime.Clock.Advance(UntilHigh - TimeSpan.FromMinutes(Customers));
        await runtime.SettleAsync();

        var told = new HashSet<string>();
        for (var minutes = 0; minutes <= Customers + 5; minutes += 5)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(5));
            if (random.Next(3) > 0)
            {
                await CrashAndStartAsync(runtime);
            }

            await runtime.SettleAsync();
            told.UnionWith((await OpenAsync(runtime)).Alerts.Select(alert => alert.Id));
        }

        Assert.Equal((Customers, 0), await AlertsAsync(runtime));
        Assert.Equal(Customers, told.Count);
    }

    [ScenarioFact]
    public async Task A_cause_older_than_an_hour_is_already_so_when_the_runtime_was_down()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon.AddMinutes(-30)), Lines.Visit("i2", "bob", Lines.Noon));

        await runtime.StopAsync();
        runtime.Clock.Advance(UntilHigh + TimeSpan.FromMinutes(31));
        await runtime.StartAsync();

        // Ada's silence crossed the line 61 minutes ago, bob's 31.
        Assert.Equal((1, 1), await AlertsAsync(runtime));
        Assert.Equal("bob", Assert.Single((await OpenAsync(runtime)).Alerts).Customer);
        Assert.Equal("ada", Assert.Single((await AlreadySoAsync(runtime)).Alerts).Customer);
        Assert.Equal(2, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).AtRisk);
    }

    [ScenarioFact]
    public async Task An_import_of_old_data_raises_no_storm()
    {
        const int Customers = 400;
        var runtime = await StartAsync();
        await ImportAsync(runtime, Customers);

        Assert.Equal((0, Customers), await AlertsAsync(runtime));
        var view = (await runtime.Queries.CustomerAsync(Client.Workspace, "c7", null, CancellationToken.None))!;
        Assert.True(view.Churn.AlreadySo);
        Assert.Equal(RiskBand.High, view.Churn.Band);

        await CrashAndStartAsync(runtime);
        Assert.Equal((0, Customers), await AlertsAsync(runtime));
    }

    [ScenarioFact]
    public async Task As_of_the_last_day_of_the_data_customers_show_as_they_stood_then()
    {
        const int Customers = 400;
        var runtime = await StartAsync();
        var lastDay = await ImportAsync(runtime, Customers);
        await runtime.SettleAsync();

        var then = await runtime.Queries.WorkspaceAsync(Client.Workspace, lastDay, CancellationToken.None);

        // Customer i was silent for i days then: medium from 50, high from 250.
        Assert.Equal(new RiskCounts(50, 200, Customers - 250, 0), then.Risk);
        Assert.Equal(Customers - 250, then.AtRisk);
        Assert.Equal(Customers, then.Customers);
        Assert.Equal("c399", then.AtRiskCustomers[0].Id);
        var view = (await runtime.Queries.CustomerAsync(Client.Workspace, "c7", lastDay, CancellationToken.None))!;
        Assert.Equal(RiskBand.Low, view.Churn.Band);
        Assert.False(view.Churn.AlreadySo);
        var high = await runtime.Queries.CustomersAsync(Client.Workspace, new() { AsOf = lastDay, Band = RiskBand.High, Limit = 500 }, CancellationToken.None);
        Assert.Equal(Customers - 250, high.Total);
    }

    [ScenarioFact]
    public async Task A_customer_that_returns_leaves_the_list_of_those_most_at_risk_at_once()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon), Lines.Visit("i2", "bob", Lines.Noon));
        runtime.Clock.Advance(UntilHigh);
        await runtime.SettleAsync();
        Assert.Equal(["ada", "bob"], await AtRiskAsync(runtime));

        // The clock stands still: what a view shows may not be older than what was applied before it was asked for.
        await client.SendAsync(Lines.Visit("i3", "ada", runtime.Clock.GetUtcNow()));

        Assert.Equal(["bob"], await AtRiskAsync(runtime));
    }

    private static async Task<IEnumerable<string>> AtRiskAsync(IRuntimeUnderTest runtime) =>
        (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).AtRiskCustomers.Select(row => row.Id);

    // Customer i was last seen i days before the last day of the data, which lies two years back.
    private static async Task<DateTimeOffset> ImportAsync(IRuntimeUnderTest runtime, int customers)
    {
        var lastDay = Lines.Noon.AddDays(-730);
        await new Client(runtime).SendAsync(Enumerable.Range(0, customers).Select(i => Lines.Visit($"i{i}", $"c{i}", lastDay.AddDays(-i).AddMinutes(-1))), isImport: true);
        return lastDay;
    }

    private static async Task<AlertPage> OpenAsync(IRuntimeUnderTest runtime) =>
        await runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None);

    private static async Task<AlertPage> AlreadySoAsync(IRuntimeUnderTest runtime) =>
        await runtime.Queries.AlertsAsync(Client.Workspace, "alreadySo", 200, CancellationToken.None);
}
