using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Queries;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Alerts;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Who is erased is in no view any more and does not come back, while what was counted stays.</summary>
public abstract class ErasureScenarios : RuntimeScenarios
{
    [ScenarioFact]
    public async Task An_erased_customer_is_in_no_view_and_what_it_was_counted_as_stays()
    {
        var runtime = await StartAsync();
        await ComplainsRaiseAsync(runtime);
        var client = new Client(runtime);
        await client.SendAsync(Life("ada", "1"));
        await client.SendAsync(Life("bob", "2"));
        var before = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);

        await client.SendAsync(Erase("e1", "ada"));

        await MustBeNowhereAsync(runtime, "ada");
        var after = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((2, 1), (before.Customers, after.Customers));
        Assert.Equal((before.Interactions, before.Nps.Score, before.Nps.Responses), (after.Interactions, after.Nps.Score, after.Nps.Responses));
        Assert.Equal("bob", Assert.Single((await OpenAsync(runtime)).Alerts).Customer);
        var survey = (await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None))!;
        Assert.Equal((2, "Said by bob"), (survey.Responses, Assert.Single(survey.Comments).Text));
    }

    [ScenarioFact]
    public async Task Repeats_and_late_events_do_not_bring_it_back_through_a_crash()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada", "1"), Erase("e1", "ada")]);
        await CrashAndStartAsync(runtime);
        await client.SendAsync([.. Life("ada", "1"), Erase("e1", "ada"), Lines.Visit("late", "ada", Lines.Noon.AddDays(-3))]);
        await runtime.SaveAsync();
        await client.SendAsync(Lines.Visit("new", "ada", Lines.Noon));
        await CrashAndStartAsync(runtime);

        await MustBeNowhereAsync(runtime, "ada");
        var workspace = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((0, 4), (workspace.Customers, workspace.Interactions));
    }

    [ScenarioFact]
    public async Task After_the_stated_time_the_id_may_begin_anew()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada", "1"), Erase("e1", "ada")]);
        await runtime.SaveAsync();
        runtime.Clock.Advance(TimeSpan.FromDays(31));

        await client.SendAsync(Lines.Visit("again", "ada", Lines.Noon.AddDays(31)));

        Assert.Equal(1, (await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None))!.Interactions);
    }

    [ScenarioFact]
    public async Task The_ids_that_were_merged_into_it_go_with_it_and_one_that_is_merged_later_too()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("v1", "anon-1", Lines.Noon), Lines.Visit("v2", "anon-2", Lines.Noon), Lines.Visit("v3", "anon-3", Lines.Noon));
        await client.SendAsync(Alias("a1", "anon-1", "anon-2"), Alias("a2", "anon-2", "ada"));
        await client.SendAsync(Erase("e1", "ada"));
        await client.SendAsync(Alias("a3", "anon-3", "ada"), Lines.Visit("v4", "anon-1", Lines.Noon), Lines.Visit("v5", "anon-2", Lines.Noon));
        await client.SendAsync(Lines.Visit("v6", "anon-3", Lines.Noon));

        foreach (var id in new[] { "ada", "anon-1", "anon-2", "anon-3" })
        {
            await MustBeNowhereAsync(runtime, id);
        }

        Assert.Equal(0, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Customers);
    }

    [ScenarioFact]
    public async Task One_that_is_merged_later_takes_along_what_was_merged_into_it_before()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("v1", "anon-1", Lines.Noon), Lines.Visit("v2", "anon-2", Lines.Noon), Alias("a1", "anon-1", "anon-2"));
        await client.SendAsync([.. Life("ada", "1"), Erase("e1", "ada")]);
        await client.SendAsync(Alias("a2", "anon-2", "ada"));
        await CrashAndStartAsync(runtime);
        await client.SendAsync(Lines.Visit("v3", "anon-1", Lines.Noon), Lines.Visit("v4", "anon-2", Lines.Noon));

        await MustBeNowhereAsync(runtime, "anon-1");
        await MustBeNowhereAsync(runtime, "anon-2");
    }

    [ScenarioFact]
    public async Task Erasing_an_id_that_was_never_seen_keeps_it_from_coming()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Erase("e1", "ada"));
        await client.SendAsync(Life("ada", "1"));

        await MustBeNowhereAsync(runtime, "ada");
        Assert.Equal(0, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    [ScenarioFact]
    public async Task Erasing_an_id_that_was_merged_away_erases_the_customer()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada", "1"), Lines.Visit("v1", "anon", Lines.Noon), Alias("a1", "anon", "ada")]);

        await client.SendAsync(Erase("e1", "anon"));

        await MustBeNowhereAsync(runtime, "anon");
        await MustBeNowhereAsync(runtime, "ada");
    }

    [ScenarioFact]
    public async Task Segments_lose_it_and_a_definition_that_changes_afterwards_counts_the_others()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineSegmentsAsync(runtime);
        await client.SendAsync(Enumerable.Range(0, 20).Select(i => Lines.Of($"i{i}", $"c{i}", "identify", Lines.Noon, "\"traits\":{\"plan\":\"pro\"}")));
        await client.SendAsync(Erase("e1", "c3"), Erase("e2", "c11"));
        Assert.Equal(18, await MembersAsync(runtime, "pros"));

        await DefineAsync(runtime, "some", """{"field":"trait.plan","op":"eq","value":"pro"}""");
        await CrashAndStartAsync(runtime);

        Assert.Equal(18, await MembersAsync(runtime, "some"));
    }

    [ScenarioFact]
    public async Task What_waits_to_be_sent_of_it_is_not_sent()
    {
        var runtime = await StartAsync();
        var hook = new Destination { Id = "hook", Name = "hook", Kind = DestinationKind.Webhook, Url = "https://example.com/hook" };
        await runtime.Destinations.DefineAsync(Client.Workspace, hook, null, CancellationToken.None);
        await ComplainsRaiseAsync(runtime);
        var client = new Client(runtime);

        // Whose id is what was her address is another customer.
        await client.SendAsync([.. Life("ada", "1"), .. Life("ada@example.com", "2"), Erase("e1", "ada")]);

        // What lies outside the partitions is removed behind the checkpoint, on a thread of its own.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!(await WaitingAsync(runtime)).SequenceEqual(["ada@example.com"]))
        {
            await runtime.SaveAsync();
            await Task.Delay(20, deadline.Token);
        }
    }

    private static async Task<IEnumerable<string>> WaitingAsync(IRuntimeUnderTest runtime)
    {
        var entries = await runtime.Outbox.DeliveriesAsync(Client.Workspace, "hook", DeliveryFilter.All, long.MaxValue, 10, CancellationToken.None);
        return entries.Select(entry => entry.Notice.Customer);
    }

    private static string[] Life(string customer, string number) =>
    [
        Lines.Of($"identify-{number}", customer, "identify", Lines.Noon, $$"""
            "traits":{"name":"Name of {{customer}}","email":"{{customer}}@example.com"}
            """.Trim()),
        Lines.Nps($"nps-{number}", customer, Lines.Noon.AddDays(-1), 9, $"\"comment\":\"Said by {customer}\""),
        Lines.Of($"buy-{number}", customer, "purchase", Lines.Noon.AddDays(-1), "\"value\":12.5,\"currency\":\"EUR\""),
        Lines.Of($"complaint-{number}", customer, "complaint", Lines.Noon),
    ];

    private static string Erase(string id, string customer) => Lines.Of(id, customer, "erase", Lines.Noon);

    private static string Alias(string id, string previous, string customer) =>
        Lines.Of(id, customer, "alias", Lines.Noon, $"\"previousId\":\"{previous}\"");

    private static async Task ComplainsRaiseAsync(IRuntimeUnderTest runtime)
    {
        var rule = AlertRuleReader.Read(JsonElement.Parse("""{"condition":{"type":"complaint"}}"""), "loud");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, rule, null, CancellationToken.None);
    }

    private static ValueTask<Abstractions.Views.AlertPage> OpenAsync(IRuntimeUnderTest runtime) =>
        runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None);

    private static async Task MustBeNowhereAsync(IRuntimeUnderTest runtime, string customer)
    {
        await runtime.SettleAsync();
        Assert.Null(await runtime.Queries.CustomerAsync(Client.Workspace, customer, null, CancellationToken.None));
        var views = JsonSerializer.Serialize(await AllViews.OfAsync(runtime));
        Assert.DoesNotContain(customer, views, StringComparison.Ordinal);
        var found = await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery { Search = customer }, CancellationToken.None);
        Assert.Empty(found.Customers);
    }
}
