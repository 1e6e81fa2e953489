using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Membership of segments is live: by event, by silence, and by a changed rule.</summary>
public abstract class SegmentScenarios : RuntimeScenarios
{
    // More than one step of a redefinition in each partition.
    private const int ManyCustomers = 2_400;

    [ScenarioFact]
    public async Task A_customer_joins_and_leaves_with_what_it_does()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineAsync(runtime, "unhappy", """{"field":"nps.score","op":"le","value":6}""");

        await client.SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 3));
        Assert.Equal(1, await MembersAsync(runtime, "unhappy"));
        Assert.Equal(["unhappy"], (await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None))!.Segments);

        await client.SendAsync(Lines.Nps("i2", "ada", Lines.Noon.AddMinutes(1), 9));
        Assert.Equal(0, await MembersAsync(runtime, "unhappy"));
        Assert.Empty((await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None))!.Segments);
    }

    [ScenarioFact]
    public async Task A_customer_joins_by_silence_with_no_event_at_all_and_leaves_by_coming_back()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":10}""");
        await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon));

        runtime.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await MembersAsync(runtime, "silent"));

        runtime.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await MembersAsync(runtime, "silent"));

        await client.SendAsync(Lines.Visit("i2", "ada", runtime.Clock.GetUtcNow()));
        Assert.Equal(0, await MembersAsync(runtime, "silent"));
    }

    [ScenarioFact]
    public async Task A_customer_leaves_by_silence()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "active", """{"field":"lastSeenDays","op":"lt","value":10}""");
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        Assert.Equal(1, await MembersAsync(runtime, "active"));

        runtime.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(0, await MembersAsync(runtime, "active"));
    }

    [ScenarioFact]
    public async Task Silence_counts_also_while_the_runtime_is_down()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":10}""");
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));

        await runtime.StopAsync();
        runtime.Clock.Advance(TimeSpan.FromDays(11));
        await runtime.StartAsync();

        Assert.Equal(1, await MembersAsync(runtime, "silent"));
    }

    [ScenarioFact]
    public async Task A_segment_sums_up_its_members_and_nobody_else()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "buyers", """{"field":"purchases.count","op":"ge","value":1}""");
        await new Client(runtime).SendAsync(
            Lines.Nps("i1", "ada", Lines.Noon, 10),
            Lines.Nps("i2", "bob", Lines.Noon, 0),
            Lines.Of("i3", "ada", "purchase", Lines.Noon, "\"value\":12.5,\"currency\":\"EUR\""));
        await runtime.SettleAsync();

        var buyers = (await runtime.Queries.SegmentAsync(Client.Workspace, "buyers", null, CancellationToken.None))!;

        Assert.Equal((1, 100.0, 12.5m), (buyers.Members, buyers.Nps.Score, buyers.Purchases.Total));
        Assert.Equal(1, buyers.Risk.Low);
    }

    [ScenarioFact]
    public async Task A_new_rule_is_evaluated_for_every_customer_in_the_background_and_shows_its_progress()
    {
        var runtime = await StartAsync();
        await SendManyAsync(runtime);
        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":true}""");
        await WaitUntilAllKnowAsync(runtime);
        Assert.Equal(0, await ProgressAsync(runtime, "even"));

        Assert.Equal(ManyCustomers / 2, await MembersAsync(runtime, "even"));
        Assert.Equal(1, await ProgressAsync(runtime, "even"));

        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":false}""");
        await WaitUntilAllKnowAsync(runtime);
        Assert.Equal(0, await ProgressAsync(runtime, "even"));
        Assert.Equal(ManyCustomers / 2, await MembersAsync(runtime, "even"));
        var ada = await runtime.Queries.CustomerAsync(Client.Workspace, "c1", null, CancellationToken.None);
        Assert.Equal(["even"], ada!.Segments);
    }

    [ScenarioTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redefinition_goes_on_after_a_restart_in_its_middle(bool crashes)
    {
        var runtime = await StartAsync();
        await SendManyAsync(runtime);
        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":true}""");
        await WaitUntilAllKnowAsync(runtime);
        for (var i = 0; i < 3; i++)
        {
            runtime.Clock.Tick();
            await (crashes ? CrashAndStartAsync(runtime) : RestartAsync(runtime));
        }

        Assert.Equal(ManyCustomers / 2, await MembersAsync(runtime, "even"));
        Assert.Equal(1, await ProgressAsync(runtime, "even"));
        var listed = await Paging.AllAsync(runtime.Queries, Client.Workspace, new() { Segment = "even", Limit = 500 });
        Assert.Equal(ManyCustomers / 2, listed.Count);
        Assert.All(listed, row => Assert.Equal(0, int.Parse(row.Id[1..]) % 2));
    }

    [ScenarioFact]
    public async Task Customers_that_come_or_change_while_a_rule_is_evaluated_are_counted_once()
    {
        var runtime = await StartAsync();
        await SendManyAsync(runtime);
        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":true}""");
        var client = new Client(runtime);
        runtime.Clock.Tick();
        for (var i = 0; i < 20; i++)
        {
            await client.AppendAsync([Identify($"n{i}", ManyCustomers + i, isEven: true), Identify($"m{i}", i, isEven: true)]);
        }

        await client.SendAsync(Identify("last", 1, isEven: false));

        // The 20 new ones, and the ten odd ones among the first 20 without customer 1, which changed back.
        Assert.Equal((ManyCustomers / 2) + 20 + 9, await MembersAsync(runtime, "even"));
    }

    [ScenarioFact]
    public async Task A_new_name_evaluates_nothing()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        var rule = (await DefineAsync(runtime, "s", """{"field":"interactions","op":"ge","value":1}""")).Rule;
        await runtime.SettleAsync();

        var renamed = await runtime.Definitions.DefineSegmentAsync(Client.Workspace, "s", "Some name", rule, 1, CancellationToken.None);
        await WaitUntilAllKnowAsync(runtime);

        Assert.Equal(2, renamed.Version);
        Assert.Equal(1, await ProgressAsync(runtime, "s"));
        Assert.Equal(1, await MembersAsync(runtime, "s"));
    }

    private static Task SendManyAsync(IRuntimeUnderTest runtime) =>
        new Client(runtime).SendAsync(Enumerable.Range(0, ManyCustomers).Select(i => Identify($"i{i}", i, i % 2 == 0)));

    private static string Identify(string id, int customer, bool isEven) => Lines.Of(
        id, $"c{customer}", "identify", Lines.Noon.AddMinutes(id.StartsWith('i') ? 0 : id.StartsWith('l') ? 2 : 1), $"\"traits\":{{\"even\":{(isEven ? "true" : "false")}}}");

    // A definition reaches the partitions through their logs; what is sent after it is applied after it, and these are somewhere in each.
    private static Task WaitUntilAllKnowAsync(IRuntimeUnderTest runtime) =>
        new Client(runtime, "other").SendAsync(Enumerable.Range(0, 30).Select(i => Lines.Visit($"i{i}", $"any{i}", Lines.Noon)));

    private static async Task<double> ProgressAsync(IRuntimeUnderTest runtime, string segment)
    {
        var view = (await runtime.Queries.SegmentAsync(Client.Workspace, segment, null, CancellationToken.None))!;
        var summary = (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Segments.Single(item => item.Id == segment);
        Assert.Equal(view.Progress, summary.Progress);
        return view.Progress;
    }
}
