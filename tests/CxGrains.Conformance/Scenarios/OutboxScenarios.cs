using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Every alert is in the outbox once for each destination that wants it, whatever happens to the runtime.</summary>
public abstract class OutboxScenarios : OutboxSteps
{
    private const int Customers = 12;

    // A customer seen on one day only turns high after 250 days.
    private static readonly TimeSpan UntilHigh = TimeSpan.FromDays(250) + TimeSpan.FromMilliseconds(1);

    [ScenarioFact]
    public async Task An_alert_waits_for_each_destination_that_wants_it()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await DefineAsync(runtime, "critical", AlertSeverity.Critical);
        await runtime.Destinations.DefineAsync(Client.Workspace, Hook("off") with { Enabled = false }, null, CancellationToken.None);
        await runtime.Destinations.DefineAsync("other", Hook("all"), null, CancellationToken.None);
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));

        runtime.Clock.Advance(UntilHigh);
        await runtime.SettleAsync();
        var alert = Assert.Single((await runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None)).Alerts);

        var lease = await LeaseAsync(runtime);
        Assert.Equal(["all", "critical"], lease.Messages.Select(message => message.Destination.Id).Order(StringComparer.Ordinal));
        Assert.All(lease.Messages, message => Assert.Equal(
            (MessageId.Of(Client.Workspace, alert.Id, message.Destination.Id), alert.Id, "ada", AlertSeverity.Critical),
            (message.Id, message.Notice.Id, message.Notice.Customer, message.Notice.Severity)));
    }

    [ScenarioFact]
    public async Task An_alert_of_an_account_is_sent_once_in_its_window_however_late_another_customer_raises_it()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");

        // Noon is in the sixth day of a window of thirty.
        var rule = JsonElement.Parse("""{"grouping":"account","cooldownMinutes":43200,"condition":{"type":"complaint"}}""");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, AlertRuleReader.Read(rule, "loud"), null, CancellationToken.None);
        await ComplainAsync(runtime, "ada");
        await CompleteNextAsync(runtime);
        await runtime.SaveAsync();

        runtime.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty((await LeaseAsync(runtime)).Messages);
        await DefineAsync(runtime, "late");
        await ComplainAsync(runtime, "bob");
        await runtime.SaveAsync();

        Assert.Empty((await LeaseAsync(runtime)).Messages);
        Assert.All(await runtime.Destinations.ListAsync(Client.Workspace, CancellationToken.None), status => Assert.Equal(0, status.Waiting));
        Assert.Single(await EntriesAsync(runtime));

        // The next window has one of its own.
        runtime.Clock.Advance(TimeSpan.FromDays(30));
        await ComplainAsync(runtime, "cy");
        Assert.Equal(["all", "late"], (await LeaseAsync(runtime)).Messages.Select(message => message.Destination.Id).Order(StringComparer.Ordinal));
    }

    [ScenarioFact]
    public async Task An_import_fills_no_outbox()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "all");
        await new Client(runtime).SendAsync([Lines.Visit("i1", "ada", Lines.Noon - UntilHigh - TimeSpan.FromDays(1))], isImport: true);

        await runtime.SettleAsync();

        Assert.Empty((await LeaseAsync(runtime)).Messages);
    }

    [ScenarioTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_around_the_alerts_loses_none_and_doubles_none(int seed)
    {
        var runtime = await StartAsync();
        var random = new Random(seed);
        await DefineAsync(runtime, "all");
        var client = new Client(runtime);
        for (var i = 0; i < Customers; i++)
        {
            await client.SendAsync(Lines.Visit($"i{i}", $"c{i}", Lines.Noon - TimeSpan.FromMinutes(i)));
        }

        if (random.Next(2) == 0)
        {
            await runtime.SaveAsync();
        }

        runtime.Clock.Advance(UntilHigh - TimeSpan.FromMinutes(random.Next(Customers)));
        if (random.Next(2) == 0)
        {
            await runtime.SettleAsync();
        }

        await runtime.CrashAsync();
        await runtime.StartAsync();
        runtime.Clock.Advance(TimeSpan.FromMinutes(Customers));
        await runtime.SettleAsync();

        Assert.Equal(Enumerable.Range(0, Customers).Select(i => $"c{i}").Order(StringComparer.Ordinal), (await EntriesAsync(runtime)).Select(entry => entry.Notice.Customer).Order(StringComparer.Ordinal));
    }

    [ScenarioFact]
    public async Task Destinations_are_defined_changed_and_removed_by_their_versions()
    {
        var runtime = await StartAsync();
        var first = await runtime.Destinations.DefineAsync(Client.Workspace, Hook("a"), 0, CancellationToken.None);
        Assert.Equal(1, first.Version);
        Assert.Equal(1, (await runtime.Destinations.DefineAsync(Client.Workspace, Hook("a"), null, CancellationToken.None)).Version);
        var second = await runtime.Destinations.DefineAsync(Client.Workspace, first with { Secrets = SigningSecret.Rotate(first.Secrets, NowMs(runtime)) }, 1, CancellationToken.None);
        Assert.Equal(2, second.Version);
        await Assert.ThrowsAsync<VersionConflictException>(async () => await runtime.Destinations.DefineAsync(Client.Workspace, Hook("a"), 1, CancellationToken.None));
        await Assert.ThrowsAsync<VersionConflictException>(async () => await runtime.Destinations.RemoveAsync(Client.Workspace, "a", 1, CancellationToken.None));

        await runtime.CrashAsync();
        await runtime.StartAsync();
        Assert.Equal(second.Secrets, Assert.Single(await runtime.Destinations.ListAsync(Client.Workspace, CancellationToken.None)).Destination.Secrets);
        await AddAsync(runtime, "x", AlertSeverity.Info, 1, "a");
        await runtime.Destinations.RemoveAsync(Client.Workspace, "a", 2, CancellationToken.None);
        Assert.Empty(await runtime.Destinations.ListAsync(Client.Workspace, CancellationToken.None));
        Assert.Empty((await LeaseAsync(runtime)).Messages);

        for (var i = 0; i < OutboxLimits.DestinationsMax; i++)
        {
            await DefineAsync(runtime, $"d{i}");
        }

        await Assert.ThrowsAsync<InvalidFieldException>(() => DefineAsync(runtime, "one-more"));
    }

    private static async Task ComplainAsync(IRuntimeUnderTest runtime, string customer)
    {
        var now = runtime.Clock.GetUtcNow();
        await new Client(runtime).SendAsync(
            Lines.Of($"g-{customer}", customer, "group", now, "\"account\":\"acme\""), Lines.Of($"c-{customer}", customer, "complaint", now));
        await runtime.SettleAsync();
    }
}
