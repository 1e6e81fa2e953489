using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Queries;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Lists, windows and notices.</summary>
public abstract class ViewScenarios : RuntimeScenarios
{
    private static readonly DateTimeOffset Today = new(Lines.Noon.Date, TimeSpan.Zero);

    [ScenarioTheory]
    [MemberData(nameof(Orders))]
    public async Task Paging_gives_each_customer_exactly_once_and_in_order(CustomerSort sort, bool reverse)
    {
        var runtime = await StartAsync();
        var lines = Company.Lines(seed: 9, customers: 150, interactions: 900, until: Lines.Noon);
        await new Client(runtime).SendAsync(lines);
        var query = new CustomerQuery { Sort = sort, Reverse = reverse };

        var paged = await Paging.AllAsync(runtime.Queries, Client.Workspace, query with { Limit = 7 });

        Assert.Equal(new Recount(lines).Customers, paged.Select(row => row.Id).Order(StringComparer.Ordinal));
        var whole = await runtime.Queries.CustomersAsync(Client.Workspace, query with { Limit = 500 }, CancellationToken.None);
        Assert.Equal(whole.Customers.Select(row => row.Id), paged.Select(row => row.Id));
        Assert.Equal(paged.Count, whole.Total);
        Assert.Null(whole.Next);
        var keys = paged.Select(row => sort switch
        {
            CustomerSort.Risk => -row.Churn.Probability ?? 1,
            CustomerSort.LastSeen => -row.LastSeen.ToUnixTimeMilliseconds(),
            CustomerSort.Engagement => -row.Engagement.Score ?? 0,
            CustomerSort.Value => -(double)row.Value,
            _ => 0.0,
        });
        Assert.Equal(reverse ? keys.OrderDescending() : keys.Order(), keys);
    }

    [ScenarioFact]
    public async Task Paging_goes_on_where_it_was_while_customers_change_and_come()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Enumerable.Range(0, 50).Select(i => Lines.Visit($"i{i}", $"c{i:00}", Lines.Noon)));
        var query = new CustomerQuery { Sort = CustomerSort.Name, Limit = 20 };
        var first = await runtime.Queries.CustomersAsync(Client.Workspace, query, CancellationToken.None);

        runtime.Clock.Advance(TimeSpan.FromHours(1));
        await client.SendAsync(Lines.Visit("x", "c00a", Lines.Noon), Lines.Visit("y", "c49a", Lines.Noon));
        var rest = await Paging.AllAsync(runtime.Queries, Client.Workspace, query with { Cursor = first.Next });

        Assert.Equal(["c20", .. Enumerable.Range(21, 29).Select(i => $"c{i}"), "c49a"], rest.Select(row => row.Id));
    }

    [ScenarioFact]
    public async Task A_page_can_be_turned_behind_the_longest_name_there_is()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        var name = new string('Ж', Limits.TraitCharsMax);
        var ids = Enumerable.Range(0, 3).Select(i => new string('Ж', Limits.IdCharsMax - 1) + i).ToList();
        await client.SendAsync(ids.Select(id => Lines.Of($"i{id[^1]}", id, "identify", Lines.Noon, $"\"traits\":{{\"name\":\"{name}\"}}")));

        var rows = await Paging.AllAsync(runtime.Queries, Client.Workspace, new CustomerQuery { Sort = CustomerSort.Name, Limit = 1 });

        Assert.Equal(ids, rows.Select(row => row.Id));
    }

    [ScenarioFact]
    public async Task A_cursor_that_no_page_gave_is_refused()
    {
        var runtime = await StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidFieldException>(
            async () => await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery { Cursor = "nonsense" }, CancellationToken.None));

        Assert.Equal("cursor", refused.Field);
    }

    [ScenarioFact]
    public async Task Search_finds_ids_names_addresses_and_accounts_whatever_their_case()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
            Lines.Of("i1", "id-needle", "visit", Lines.Noon),
            Lines.Of("i2", "b", "identify", Lines.Noon, "\"traits\":{\"name\":\"Needle Smith\"}"),
            Lines.Of("i3", "c", "identify", Lines.Noon, "\"traits\":{\"email\":\"x@NEEDLE.org\"}"),
            Lines.Of("i4", "d", "group", Lines.Noon, "\"account\":\"needle\""),
            Lines.Of("i5", "e", "visit", Lines.Noon));

        foreach (var text in new[] { "needle", "NEEDLE" })
        {
            var page = await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery { Search = text, Sort = CustomerSort.LastSeen }, CancellationToken.None);
            Assert.Equal(["b", "c", "d", "id-needle"], page.Customers.Select(row => row.Id).Order());
        }
    }

    [ScenarioFact]
    public async Task Workspace_scores_take_the_latest_answer_of_the_last_90_days_and_survey_scores_all_in_the_window()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(
            Lines.Nps("i1", "first-day", Today.AddDays(-89), 10),
            Lines.Nps("i2", "too-old", Today.AddDays(-89).AddMilliseconds(-1), 0),
            Lines.Nps("i3", "changed", Today.AddDays(-20), 0),
            Lines.Nps("i4", "changed", Today.AddDays(-10), 9),
            Lines.Nps("i5", "today", Lines.Noon, 7));

        var workspace = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((3, 2, 1, 0), (workspace.Nps.Responses, workspace.Nps.Promoters, workspace.Nps.Passives, workspace.Nps.Detractors));

        var survey = (await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 90, null, CancellationToken.None))!;
        Assert.Equal((4, 2, 1, 1), (survey.Responses, survey.Nps!.Promoters, survey.Nps.Passives, survey.Nps.Detractors));
        Assert.Equal(5, survey.ResponsesAllTime);

        // A day later the oldest answer falls out of both windows.
        var tomorrow = Lines.Noon.AddDays(1);
        Assert.Equal(2, (await runtime.Queries.WorkspaceAsync(Client.Workspace, tomorrow, CancellationToken.None)).Nps.Responses);
        Assert.Equal(3, (await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 90, tomorrow, CancellationToken.None))!.Responses);
    }

    [ScenarioFact]
    public async Task Comments_name_those_who_wrote_them_where_the_name_is_known()
    {
        var runtime = await StartAsync();
        var comments = Enumerable.Range(0, 10).Select(i => Lines.Nps($"a{i}", $"c{i}", Lines.Noon.AddMinutes(-i), 9, "\"comment\":\"kind\""));
        var names = Enumerable.Range(0, 9).Select(i => Lines.Of($"n{i}", $"c{i}", "identify", Lines.Noon, $"\"traits\":{{\"name\":\"Name {i}\"}}"));
        await new Client(runtime).SendAsync(comments.Concat(names));

        var survey = await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None);

        Assert.Equal([.. Enumerable.Range(0, 9).Select(i => $"Name {i}"), null], survey!.Comments.Select(comment => comment.Name));
    }

    [ScenarioFact]
    public async Task What_is_unknown_is_nothing()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));

        Assert.Null(await runtime.Queries.CustomerAsync(Client.Workspace, "nobody", null, CancellationToken.None));
        Assert.Null(await runtime.Queries.SurveyAsync(Client.Workspace, "none", 30, null, CancellationToken.None));
        Assert.Null(await runtime.Queries.SegmentAsync(Client.Workspace, "none", null, CancellationToken.None));
        Assert.Empty((await runtime.Queries.CustomersAsync("nowhere", new CustomerQuery(), CancellationToken.None)).Customers);
    }

    [ScenarioFact]
    public async Task The_rate_of_interactions_counts_what_was_received_and_nothing_that_a_restart_replays()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Enumerable.Range(0, 50).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon)));
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).InteractionsPerSecond);

        runtime.Clock.Advance(TimeSpan.FromSeconds(60));
        await CrashAndStartAsync(runtime);
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).InteractionsPerSecond);
    }

    [ScenarioFact]
    public async Task Watchers_hear_of_their_topic_after_the_change_and_of_nothing_else()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "unhappy", """{"field":"nps.score","op":"le","value":6}""");
        var heard = new System.Collections.Concurrent.ConcurrentBag<string>();
        var watches = new List<IDisposable>();
        foreach (var topic in new[] { "workspace", "customer/ada", "customer/bob", "survey/nps", "segment/unhappy", "alerts" })
        {
            watches.Add(await runtime.Live.WatchAsync(Client.Workspace, Topic.Parse(topic), () => heard.Add(topic), CancellationToken.None));
        }

        await new Client(runtime).SendAsync(Lines.Nps("i1", "ada", Lines.Noon, 2));
        Assert.Equal(["customer/ada", "segment/unhappy", "survey/nps", "workspace"], heard.Distinct().Order());

        heard.Clear();
        runtime.Clock.Advance(TimeSpan.FromDays(250) + TimeSpan.FromMinutes(1));
        await runtime.SettleAsync();
        Assert.Equal(["alerts", "customer/ada", "segment/unhappy", "workspace"], heard.Distinct().Order());

        heard.Clear();
        await new Client(runtime, "other").SendAsync(Lines.Visit("i2", "ada", Lines.Noon));
        watches.ForEach(watch => watch.Dispose());
        await new Client(runtime).SendAsync(Lines.Visit("i3", "ada", Lines.Noon));
        Assert.Empty(heard);
    }

    public static TheoryData<CustomerSort, bool> Orders()
    {
        var orders = new TheoryData<CustomerSort, bool>();
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            orders.Add(sort, false);
            orders.Add(sort, true);
        }

        return orders;
    }
}
