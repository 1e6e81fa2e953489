using CxGrains.Abstractions.Queries;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Ids that turn out to be one customer: nothing is lost, nothing counts twice, in whichever order it comes and wherever they live.</summary>
public abstract class IdentityScenarios : RuntimeScenarios
{
    private static readonly string[] Metrics = ["nps", "csat", "ces"];

    /// <summary>Visitors of the storm.</summary>
    protected virtual int StormVisitors => 1_000;

    [ScenarioFact]
    public async Task A_visitor_that_is_identified_is_one_customer_with_all_it_did_before_and_after()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(
            Lines.Nps("i1", "anon", Lines.Noon.AddDays(-2), 9, "\"comment\":\"Quick\""),
            Lines.Of("i2", "anon", "purchase", Lines.Noon.AddDays(-2), "\"value\":12.5,\"currency\":\"EUR\""),
            Lines.Of("i3", "ada", "purchase", Lines.Noon.AddDays(-1), "\"value\":5,\"currency\":\"EUR\""));

        await client.SendAsync(Alias("i4", "anon", "ada"));
        await client.SendAsync(Lines.Visit("i5", "anon", Lines.Noon), Lines.Visit("i1", "ada", Lines.Noon));

        var ada = await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None);
        Assert.Equal((5, 17.5m, 2), (ada!.Interactions, ada.Purchases.Total, (int)ada.Purchases.Count));
        Assert.Equal("Quick", Assert.Single(ada.Answers).Comment);
        Assert.Equal("ada", (await runtime.Queries.CustomerAsync(Client.Workspace, "anon", null, CancellationToken.None))!.Id);
        var workspace = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((1, 5), (workspace.Customers, workspace.Interactions));
        Assert.Equal((100, 1), (workspace.Nps.Score, workspace.Nps.Responses));
        var page = await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery(), CancellationToken.None);
        Assert.Equal("ada", Assert.Single(page.Customers).Id);
        var survey = await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None);
        Assert.Equal((1, "ada"), (survey!.Responses, Assert.Single(survey.Comments).Customer));
    }

    [ScenarioFact]
    public async Task An_alias_that_comes_before_all_else_counts_for_what_follows()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Alias("i1", "anon", "ada"));
        await new Client(runtime).SendAsync(Lines.Nps("i2", "anon", Lines.Noon, 3));

        var ada = await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None);
        Assert.Equal((2, 3), (ada!.Interactions, Assert.Single(ada.Answers).Score));
    }

    [ScenarioFact]
    public async Task The_first_alias_of_an_id_stands()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Visit("i1", "anon", Lines.Noon), Alias("i2", "anon", "ada"));
        await client.SendAsync(Alias("i3", "anon", "bob"), Lines.Visit("i4", "anon", Lines.Noon));

        Assert.Equal(4, (await runtime.Queries.CustomerAsync(Client.Workspace, "ada", null, CancellationToken.None))!.Interactions);
        Assert.Null(await runtime.Queries.CustomerAsync(Client.Workspace, "bob", null, CancellationToken.None));
    }

    [ScenarioFact]
    public async Task An_edit_that_comes_after_the_merge_replaces_the_answer_that_was_given_before()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Lines.Nps("i1", "anon", Lines.Noon, 2, "\"response\":\"r1\",\"revision\":0"), Alias("i2", "anon", "ada"));

        await client.SendAsync(Lines.Nps("i3", "ada", Lines.Noon, 10, "\"response\":\"r1\",\"revision\":1"));

        var survey = await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None);
        Assert.Equal((1, 100), (survey!.Responses, survey.Nps!.Score));
    }

    [ScenarioFact]
    public async Task A_storm_of_merges_counts_all_once_through_crashes()
    {
        var runtime = await StartAsync();
        await LearnNothingAsync(runtime);
        await DefineSegmentsAsync(runtime);
        var random = new Random(7);
        var sent = new List<(string Line, string AsOne)>();
        for (var i = 0; i < StormVisitors; i++)
        {
            var (visitor, user) = ($"anon-{i}", $"user-{random.Next(StormVisitors / 2)}");
            var at = Lines.Noon.AddHours(-random.Next(24 * 60));
            var (metric, score) = (Metrics[i % Metrics.Length], random.Next(1, 6));
            sent.Add((Answer(i, visitor, at, metric, score), Answer(i, user, at, metric, score)));
            sent.Add((Purchase(i, visitor, at), Purchase(i, user, at)));
            sent.Add((Lines.Visit($"visit-{i}", user, at), Lines.Visit($"visit-{i}", user, at)));
            sent.Add((Alias($"alias-{i}", visitor, user), Lines.Of($"alias-{i}", user, "identify", Lines.Noon, "\"traits\":{}")));
        }

        var storm = sent.Concat(sent.Where((_, i) => i % 3 == 0)).ToArray();
        random.Shuffle(storm);
        var half = storm.Length / 2;
        var client = new Client(runtime);
        await client.SendAsync(storm[..half].Select(pair => pair.Line));
        foreach (var batch in storm[half..].Select(pair => pair.Line).Chunk(100).Take(5))
        {
            await client.AppendAsync(batch);
        }

        await CrashAndStartAsync(runtime);
        await client.SendAsync(storm[half..].Select(pair => pair.Line));

        await new Recount(sent.ConvertAll(pair => pair.AsOne)).MustEqualAsync(runtime);
    }

    private static string Answer(int number, string customer, DateTimeOffset at, string metric, int score) =>
        Lines.Of($"answer-{number}", customer, "survey_response", at, $"\"survey\":\"{metric}\",\"metric\":\"{metric}\",\"score\":{score}");

    private static string Purchase(int number, string customer, DateTimeOffset at) => Lines.Of($"buy-{number}", customer, "purchase", at, $"\"value\":{number}");

    private static string Alias(string id, string previous, string customer) =>
        Lines.Of(id, customer, "alias", Lines.Noon, $"\"previousId\":\"{previous}\"");
}
