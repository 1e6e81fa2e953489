using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tickets;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Tickets, their targets, and the rates of channels, for everyone and for a segment's members.</summary>
public abstract class TicketScenarios : RuntimeScenarios
{
    private static readonly SlaTarget[] Targets =
    [
        new() { Channel = "chat", FirstReplyMinutes = 5 },
        new() { Segment = "pros", FirstReplyMinutes = 30, ResolutionMinutes = 240 },
        new() { FirstReplyMinutes = 60, ResolutionMinutes = 1440 },
    ];

    [ScenarioFact]
    public async Task A_missed_target_shows_at_its_due_time_with_no_event_at_all()
    {
        var runtime = await StartDeskAsync();
        await new Client(runtime).SendAsync(Ticket("i1", "ada", "opened", 0, "T-1"), Ticket("i2", "bob", "opened", 0, "T-2"), Pro("bob"), Ticket("i3", "bob", "opened", 0, "T-3"));

        runtime.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        Assert.Equal((3, 0, 0), await StandAsync(runtime));

        runtime.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((3, 1, 1), await StandAsync(runtime));
        Assert.Equal((1, 1, 1), await StandAsync(runtime, "pros"));
        var late = (await CustomerAsync(runtime, "bob")).Tickets[0];
        Assert.Equal(("T-3", true, TicketOutcome.Breached, Lines.Noon.AddMinutes(30)), (late.Id, late.IsOverdue, late.FirstReply, late.FirstReplyDue));

        runtime.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((3, 3, 3), await StandAsync(runtime));
        Assert.Equal((1, 1, 1), await StandAsync(runtime, "pros"));
    }

    [ScenarioFact]
    public async Task A_reply_in_time_that_is_told_late_takes_the_breach_back_wherever_it_counted()
    {
        var runtime = await StartDeskAsync();
        var client = new Client(runtime);
        await client.SendAsync(Pro("ada"), Ticket("i1", "ada", "opened", 0, "T-1"));
        runtime.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal((1, 1, 1), await StandAsync(runtime, "pros"));

        // She is no pro any more, and it is the pros' count that was wrong.
        await client.SendAsync(Lines.Of("left", "ada", "identify", Lines.Noon.AddMinutes(40), "\"traits\":{\"plan\":\"free\"}"), Ticket("i2", "ada", "replied", 20, "T-1"));

        Assert.Equal(0, await MembersAsync(runtime, "pros"));
        Assert.Equal((1, 0, 0), await StandAsync(runtime, "pros"));
        var reply = (await InsightsAsync(runtime, "pros")).Tickets.FirstReply;
        Assert.Equal((100.0, 1, 0), (reply.WithinTarget.Percent, reply.WithinTarget.Of, reply.Breaches));
        Assert.InRange(reply.P50Minutes!.Value, 20 * 0.95, 20 * 1.05);
    }

    [ScenarioFact]
    public async Task Percentiles_come_from_every_partition_and_are_told_apart_by_channel()
    {
        const int Customers = 100;
        var runtime = await StartDeskAsync();
        runtime.Clock.Advance(TimeSpan.FromHours(10));
        await new Client(runtime).SendAsync(Enumerable.Range(1, Customers).SelectMany(i => new[]
        {
            Ticket($"o{i}", $"c{i}", "opened", 0, $"T-{i}", i % 2 == 0 ? "chat" : "email"),
            Ticket($"r{i}", $"c{i}", "replied", i, $"T-{i}"),
            Ticket($"s{i}", $"c{i}", "resolved", 3 * i, $"T-{i}"),
        }));
        await runtime.SettleAsync();

        var tickets = (await InsightsAsync(runtime)).Tickets;
        AssertAbout(50, tickets.FirstReply.P50Minutes);
        AssertAbout(90, tickets.FirstReply.P90Minutes);
        AssertAbout(285, tickets.Resolution.P95Minutes);
        Assert.Equal((100, 100, 0), (tickets.FirstReply.Count, tickets.Resolution.Count, tickets.Open.Total));

        // In chat 2 and 4 minutes are in time; by mail those below 60.
        var byName = tickets.Channels!.ToDictionary(channel => channel.Name, channel => channel.Tickets);
        Assert.Equal((2, 48), (byName["chat"].FirstReply.WithinTarget.Count, byName["chat"].FirstReply.Breaches));
        Assert.Equal((30, 20), (byName["email"].FirstReply.WithinTarget.Count, byName["email"].FirstReply.Breaches));
        Assert.Equal((0, 50), (byName["chat"].Resolution.WithinTarget.Of, byName["email"].Resolution.WithinTarget.Of));
    }

    [ScenarioFact]
    public async Task Changed_targets_hold_for_tickets_that_are_open()
    {
        var runtime = await StartDeskAsync();
        await new Client(runtime).SendAsync(Ticket("i1", "ada", "opened", 0, "T-1"));
        runtime.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal((1, 0, 0), await StandAsync(runtime));

        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, new WorkspaceSettings { Sla = [new() { FirstReplyMinutes = 10 }] }, null, CancellationToken.None);
        await runtime.SettleAsync();

        Assert.Equal((1, 1, 1), await StandAsync(runtime));
    }

    [ScenarioFact]
    public async Task A_crash_around_the_due_time_counts_each_breach_once()
    {
        const int Customers = 40;
        var random = new Random(7);
        var runtime = await StartDeskAsync();
        await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).Select(i => Ticket($"i{i}", $"c{i}", "opened", -i, $"T-{i}")));
        runtime.Clock.Advance(TimeSpan.FromMinutes(60 - Customers));
        for (var minutes = 0; minutes <= Customers; minutes += 5)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(5));
            if (random.Next(2) > 0)
            {
                await CrashAndStartAsync(runtime);
            }

            await runtime.SettleAsync();
        }

        Assert.Equal((Customers, Customers, Customers), await StandAsync(runtime));
    }

    [ScenarioFact]
    public async Task Channels_have_rates_for_all_customers_and_for_a_segment()
    {
        var runtime = await StartDeskAsync();
        await new Client(runtime).SendAsync(
            Pro("ada"),
            On("v1", "ada", "visit", "{\"durationSeconds\":60}"),
            On("p1", "ada", "page", "{\"durationSeconds\":30}"),
            On("s1", "ada", "search", "{\"results\":0}"),
            On("s2", "ada", "search", "{\"results\":7}"),
            On("v2", "bob", "visit", "{}"),
            Lines.Of("b1", "bob", "purchase", Lines.Noon, "\"value\":5,\"channel\":\"web\""),
            Lines.Of("e1", "bob", "email_sent", Lines.Noon),
            Lines.Of("e2", "bob", "email_opened", Lines.Noon));
        await runtime.SettleAsync();

        var all = (await InsightsAsync(runtime)).Channels.ToDictionary(channel => channel.Name);
        var pros = Assert.Single((await InsightsAsync(runtime, "pros")).Channels);
        Assert.Equal((0.5, 45.0, 0.5, 50.0), (all["web"].Pages.PerSession, all["web"].SecondsOnSite.PerSession, all["web"].Conversion.PerSession, all["web"].EmptySearchRate.Percent));
        Assert.Equal((100.0, 0.0), (all["email"].OpenRate.Percent, all["email"].ClickThroughRate.Percent));
        Assert.Equal((1.0, 90.0, 0.0, 1), (pros.Pages.PerSession, pros.SecondsOnSite.PerSession, pros.Conversion.PerSession, pros.Conversion.Sessions));
        Assert.Equal(ScoreStatus.NotEnoughData, pros.OpenRate.Status);
    }

    private async Task<IRuntimeUnderTest> StartDeskAsync()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "pros", """{"field":"trait.plan","op":"eq","value":"pro"}""");
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, new WorkspaceSettings { Sla = Targets }, null, CancellationToken.None);
        await runtime.SettleAsync();
        return runtime;
    }

    // Open tickets, those overdue, and first replies that were missed.
    private static async Task<(long Open, long Overdue, long Breaches)> StandAsync(IRuntimeUnderTest runtime, string? segment = null)
    {
        await runtime.SettleAsync();
        var tickets = (await InsightsAsync(runtime, segment)).Tickets;
        return (tickets.Open.Total, tickets.Open.Overdue, tickets.FirstReply.Breaches);
    }

    private static async Task<InsightsView> InsightsAsync(IRuntimeUnderTest runtime, string? segment = null) =>
        (await runtime.Queries.InsightsAsync(Client.Workspace, segment, 30, null, CancellationToken.None))!;

    private static async Task<CustomerView> CustomerAsync(IRuntimeUnderTest runtime, string id) =>
        (await runtime.Queries.CustomerAsync(Client.Workspace, id, null, CancellationToken.None))!;

    private static string Ticket(string id, string customer, string what, double atMinutes, string ticket, string channel = "email") =>
        Lines.Of(id, customer, $"ticket_{what}", Lines.Noon.AddMinutes(atMinutes), $"\"channel\":\"{channel}\",\"properties\":{{\"ticket\":\"{ticket}\"}}");

    private static string Pro(string customer) => Lines.Of($"pro-{customer}", customer, "identify", Lines.Noon, "\"traits\":{\"plan\":\"pro\"}");

    private static string On(string id, string customer, string type, string properties) =>
        Lines.Of(id, customer, type, Lines.Noon, $"\"channel\":\"web\",\"properties\":{properties}");

    private static void AssertAbout(double minutes, double? actual) =>
        Assert.InRange(actual!.Value, minutes * (1 - DurationBuckets.RelativeErrorMax), minutes * (1 + DurationBuckets.RelativeErrorMax));
}
