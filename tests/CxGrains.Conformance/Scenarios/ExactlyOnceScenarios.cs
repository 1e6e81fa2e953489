using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Accepted means applied exactly once, in every number that readers see.</summary>
public abstract class ExactlyOnceScenarios : RuntimeScenarios
{
    [ScenarioFact]
    public async Task Every_number_equals_an_independent_recount()
    {
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        var lines = Company.Lines(seed: 1, customers: 200, interactions: 4000, until: Lines.Noon);

        await new Client(runtime).SendAsync(lines);

        await new Recount(lines).MustEqualAsync(runtime);
    }

    [ScenarioFact]
    public async Task Repeats_have_no_effect_at_once_nor_after_a_restart_nor_after_a_crash()
    {
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        var lines = Company.Lines(seed: 2, customers: 50, interactions: 1000, until: Lines.Noon);
        var client = new Client(runtime);
        await client.SendAsync(lines);
        var once = await AllViews.OfAsync(runtime);

        await client.SendAsync(lines);
        once.MustEqual(await AllViews.OfAsync(runtime));

        await RestartAsync(runtime);
        await client.SendAsync(lines);
        once.MustEqual(await AllViews.OfAsync(runtime));

        await CrashAndStartAsync(runtime);
        await client.SendAsync(lines);
        once.MustEqual(await AllViews.OfAsync(runtime));
        await new Recount(lines).MustEqualAsync(runtime);
    }

    [ScenarioFact]
    public async Task The_same_id_twice_in_one_batch_counts_once()
    {
        var runtime = await StartAsync();
        var line = Lines.Of("i", "ada", "purchase", Lines.Noon, "\"value\":5");

        await new Client(runtime).SendAsync(line, line, line);

        var ada = await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None);
        Assert.Equal((1, 5m), (ada!.Interactions, ada.Purchases.Total));
    }

    [ScenarioFact]
    public async Task Shuffled_and_sent_three_times_is_like_sorted_and_sent_once()
    {
        var lines = Company.Lines(seed: 3, customers: 100, interactions: 2000, until: Lines.Noon);
        var sorted = await StartAsync();
        var shuffled = await StartAsync(new RuntimeSize { PartitionsCount = 2 });
        await DefineSegmentsAsync(sorted);
        await DefineSegmentsAsync(shuffled);

        await new Client(sorted).SendAsync(lines);
        await new Client(shuffled).SendAsync(Company.ShuffledThreeTimes(lines, seed: 4));

        (await AllViews.OfAsync(sorted)).MustEqualButForOrder(await AllViews.OfAsync(shuffled));
        await new Recount(lines).MustEqualAsync(shuffled);
    }

    [ScenarioFact]
    public async Task Workspaces_know_nothing_of_each_other()
    {
        var runtime = await StartAsync();
        await new Client(runtime, "a").SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 9));
        await new Client(runtime, "b").SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 2));
        await new Client(runtime, "b").SendAsync(Lines.Visit("i2", "bob", Lines.Noon));

        Assert.Equal(1, (await runtime.Queries.WorkspaceAsync("a", null, CancellationToken.None)).Interactions);
        Assert.Equal(100, (await runtime.Queries.WorkspaceAsync("a", null, CancellationToken.None)).Nps.Score);
        Assert.Equal(-100, (await runtime.Queries.WorkspaceAsync("b", null, CancellationToken.None)).Nps.Score);
        Assert.Null(await runtime.Queries.CustomerAsync("a", "bob", null, CancellationToken.None));
    }
}
