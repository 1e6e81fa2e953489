using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Scenarios;

/// <summary>A runtime that was stopped, or killed, shows what one shows that never was.</summary>
public abstract class RestartScenarios : RuntimeScenarios
{
    private const int Steps = 12;

    [ScenarioFact]
    public async Task A_restart_after_a_clean_stop_shows_the_same()
    {
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        await new Client(runtime).SendAsync(Company.Lines(seed: 5, customers: 100, interactions: 2000, until: Lines.Noon));
        var before = await AllViews.OfAsync(runtime);

        await RestartAsync(runtime);
        before.MustEqual(await AllViews.OfAsync(runtime));

        await RestartAsync(runtime);
        before.MustEqual(await AllViews.OfAsync(runtime));
    }

    [ScenarioFact]
    public async Task A_save_in_the_middle_of_the_load_changes_nothing()
    {
        var lines = Company.Lines(seed: 6, customers: 100, interactions: 2000, until: Lines.Noon);
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        var client = new Client(runtime);

        await client.SendAsync(lines.Take(1000));
        await runtime.SaveAsync();
        await client.SendAsync(lines.Skip(1000));
        var before = await AllViews.OfAsync(runtime);

        await CrashAndStartAsync(runtime);
        before.MustEqual(await AllViews.OfAsync(runtime));
        await new Recount(lines).MustEqualAsync(runtime);
    }

    [ScenarioFact]
    public async Task What_was_only_in_the_log_is_there_after_a_crash()
    {
        var lines = Company.Lines(seed: 7, customers: 100, interactions: 2000, until: Lines.Noon);
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        await new Client(runtime).SendAsync(lines);
        var before = await AllViews.OfAsync(runtime);

        await CrashAndStartAsync(runtime);

        before.MustEqual(await AllViews.OfAsync(runtime));
    }

    [ScenarioTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Crashes_at_random_moments_show_in_no_view(int seed)
    {
        var steady = await StartAsync();
        await LiveAsync(steady, seed, _ => Task.CompletedTask);

        var crashing = await StartAsync();
        var random = new Random(seed);
        await LiveAsync(crashing, seed, runtime => random.Next(4) switch
        {
            0 => CrashAndStartAsync(runtime),
            1 => RestartAsync(runtime),
            _ => Task.CompletedTask,
        });

        (await AllViews.OfAsync(steady)).MustEqual(await AllViews.OfAsync(crashing));
    }

    [ScenarioFact]
    public async Task Customers_that_do_not_fit_in_memory_show_the_same()
    {
        const int Customers = 5000;
        var lines = Company.Lines(seed: 8, Customers, interactions: 15_000, until: Lines.Noon);
        var large = await StartAsync();
        var small = await StartAsync(new RuntimeSize { ResidentCustomersMax = 1000 });
        foreach (var runtime in new[] { large, small })
        {
            await LearnNothingAsync(runtime);
            await DefineSegmentsAsync(runtime);
            foreach (var part in lines.Chunk(5000))
            {
                await new Client(runtime).SendAsync(part);
                await runtime.SaveAsync();
            }
        }

        var expected = await AllViews.OfAsync(large);
        expected.MustEqual(await AllViews.OfAsync(small));
        await CrashAndStartAsync(small);
        expected.MustEqual(await AllViews.OfAsync(small));
    }

    [ScenarioFact]
    public async Task What_has_no_id_to_know_a_repeat_by_counts_once_too()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        var lines = Enumerable.Range(0, 300).Select(i => $$"""{"customer":"c{{i % 20}}","type":"purchase","value":{{i}}}""").ToList();
        await client.SendAsync(lines.Take(150));
        await runtime.SaveAsync();
        await client.SendAsync(lines.Skip(150));
        var before = await AllViews.OfAsync(runtime);
        Assert.Equal((300, 300), (before.Workspace.Interactions, before.Workspace.Purchases.Count));

        await CrashAndStartAsync(runtime);
        before.MustEqual(await AllViews.OfAsync(runtime));

        await RestartAsync(runtime);
        before.MustEqual(await AllViews.OfAsync(runtime));
    }

    [ScenarioFact]
    public async Task An_edit_after_a_restart_replaces_the_answer_given_before_it()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 2, "\"response\":\"r\",\"revision\":2"));
        await RestartAsync(runtime);

        await client.SendAsync(Lines.Nps("i2", "ada", Lines.Noon, 10, "\"response\":\"r\",\"revision\":3"));
        await CrashAndStartAsync(runtime);
        await client.SendAsync(Lines.Nps("i3", "ada", Lines.Noon, 0, "\"response\":\"r\",\"revision\":1"));

        var survey = (await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None))!;
        Assert.Equal((1, 100.0), (survey.Responses, survey.Nps!.Score));
        Assert.Equal(1, survey.ResponsesAllTime);
        Assert.Equal(1, survey.Histogram["10"]);
    }

    [ScenarioFact]
    public async Task Definitions_and_their_versions_outlive_a_crash()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":30}""");
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":60}""");
        await new Client(runtime).SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 2));

        await CrashAndStartAsync(runtime);

        var definitions = await runtime.Definitions.OfAsync(Client.Workspace, CancellationToken.None);
        Assert.Equal(2, definitions.Segments["silent"].Version);
        Assert.Contains("60", definitions.Segments["silent"].Rule.Source.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(10, definitions.Surveys["nps"].Scale);
    }

    [ScenarioFact]
    public async Task An_empty_name_is_no_name_before_and_after_a_restart()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Of("i1", "ada", "identify", Lines.Noon, "\"traits\":{\"name\":\"\"}"));
        var before = await AllViews.OfAsync(runtime);
        Assert.Null(before.Rows["ada"].Name);

        await RestartAsync(runtime);

        before.MustEqual(await AllViews.OfAsync(runtime));
    }

    [ScenarioFact]
    public async Task Nothing_at_all_can_be_restarted_too()
    {
        var runtime = await StartAsync();
        await RestartAsync(runtime);
        await CrashAndStartAsync(runtime);

        Assert.Equal(0, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Customers);
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        Assert.Equal(1, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Customers);
    }

    // Weeks pass between the steps, so that customers fall silent and some return, and each tick begins to save what changed.
    // Trouble comes with the save and the due rows under way.
    private static async Task LiveAsync(IRuntimeUnderTest runtime, int seed, Func<IRuntimeUnderTest, Task> trouble)
    {
        var random = new Random(1000 + seed);
        var client = new Client(runtime);
        for (var step = 0; step < Steps; step++)
        {
            await client.AppendAsync(Company.Lines((100 * seed) + step, customers: 60, interactions: 150, until: runtime.Clock.GetUtcNow(), days: 20));
            if (step == 2)
            {
                await DefineSegmentsAsync(runtime);
            }

            if (step == 7)
            {
                await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":12.5}""");
            }

            await trouble(runtime);
            runtime.Clock.Advance(TimeSpan.FromMinutes(random.Next(30 * 1440)));
            await trouble(runtime);
            await runtime.SettleAsync();
        }
    }
}
