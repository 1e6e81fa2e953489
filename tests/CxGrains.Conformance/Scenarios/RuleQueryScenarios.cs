using System.Text.Json;
using CxGrains.Abstractions.Queries;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Segments;

namespace CxGrains.Conformance.Scenarios;

/// <summary>A segment's rule that is not defined, asked once: it has whom the segment would have.</summary>
public abstract class RuleQueryScenarios : RuntimeScenarios
{
    // More than one count looks at.
    private const int ManyCustomers = 2_400;

    [ScenarioTheory]
    [InlineData("""{"field":"lastSeenDays","op":"ge","value":20}""")]
    [InlineData("""{"field":"purchases.total","op":"gt","value":40}""")]
    [InlineData("""{"field":"engagement","op":"ge","value":25}""")]
    [InlineData("""{"field":"churn.probability","op":"ge","value":0.3}""")]
    [InlineData("""{"not":{"field":"churn.band","op":"eq","value":"low"}}""")]
    [InlineData("""{"field":"account","op":"in","value":["acme-1","acme-2"]}""")]
    [InlineData("""{"any":[{"field":"trait.name","op":"contains","value":"number 1"},{"field":"trait.email","op":"exists","value":false}]}""")]
    public async Task A_list_filtered_by_a_rule_has_those_whom_its_segment_has(string rule)
    {
        var runtime = await StartAsync();
        await SendAsync(runtime);
        await DefineAsync(runtime, "defined", rule);
        var members = await MembersAsync(runtime, "defined");

        var listed = await Paging.AllAsync(runtime.Queries, Client.Workspace, new CustomerQuery { Segment = "defined", Sort = CustomerSort.Name, Limit = 7 });
        var filtered = await Paging.AllAsync(runtime.Queries, Client.Workspace, new CustomerQuery { Rule = rule, Sort = CustomerSort.Name, Limit = 7 });
        var count = await CountAsync(runtime, rule);

        Assert.InRange(members, 1, 29);
        Assert.Equal(members, listed.Count);
        Assert.Equal(listed.Select(row => row.Id), filtered.Select(row => row.Id));
        Assert.Equal((members, 31, true), (count.Count, count.Total, count.IsExact));
    }

    [ScenarioTheory]
    [InlineData("""{"field":"interactions","op":"ge","value":4}""")]
    [InlineData("""{"all":[{"field":"nps.category","op":"eq","value":"detractor"},{"field":"channel","op":"eq","value":"web"}]}""")]
    [InlineData("""{"not":{"field":"trait.plan","op":"eq","value":"pro"}}""")]
    public async Task What_the_index_does_not_know_is_counted_by_the_customers_themselves(string rule)
    {
        var runtime = await StartAsync();
        await SendAsync(runtime);
        await DefineAsync(runtime, "defined", rule);
        var members = await MembersAsync(runtime, "defined");

        var count = await CountAsync(runtime, rule);

        Assert.InRange(members, 1, 29);
        Assert.Equal((members, 31, true), (count.Count, count.Total, count.IsExact));
        await Assert.ThrowsAsync<InvalidFieldException>(async () => await runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery { Rule = rule }, CancellationToken.None));
    }

    [ScenarioFact]
    public async Task Of_many_customers_a_sample_is_looked_at_and_the_count_says_how_sure_it_is()
    {
        var runtime = await StartAsync();
        await new Client(runtime).SendAsync(Enumerable.Range(0, ManyCustomers).Select(i =>
            Lines.Of($"i{i}", $"c{i}", "identify", Lines.Noon, $"\"traits\":{{\"third\":{(i % 3 == 0 ? "true" : "false")}}}")));
        await runtime.SettleAsync();

        var count = await CountAsync(runtime, """{"field":"trait.third","op":"eq","value":true}""");

        Assert.Equal((ManyCustomers, false), (count.Total, count.IsExact));
        Assert.InRange(count.Looked, ManyCustomers / 2, (ManyCustomers / 2) + 3);
        Assert.InRange(count.MarginOfError!.Value, 1, 100);
        Assert.InRange(count.Count, (ManyCustomers / 3) - (3 * count.MarginOfError.Value), (ManyCustomers / 3) + (3 * count.MarginOfError.Value));
    }

    private static ValueTask<Abstractions.Views.RuleCountView> CountAsync(IRuntimeUnderTest runtime, string rule) =>
        runtime.Queries.CountAsync(Client.Workspace, SegmentRule.Parse(JsonElement.Parse(rule)), CancellationToken.None);

    // Thirty customers of all kinds, one that was merged away, and one that is only counted.
    private static async Task SendAsync(IRuntimeUnderTest runtime)
    {
        var lines = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            var (customer, at) = ($"c{i}", Lines.Noon.AddDays(-i - 1));
            lines.Add(Lines.Of($"t{i}", customer, "identify", at, $$$"""
                "traits":{"name":"number {{{i}}}",{{{(i % 4 == 0 ? "" : $"\"email\":\"c{i}@example.com\",")}}}"plan":"{{{(i % 2 == 0 ? "pro" : "free")}}}"}
                """.Trim()));
            lines.Add(Lines.Of($"g{i}", customer, "group", at, $"\"account\":\"acme-{i % 5}\""));
            lines.AddRange(Enumerable.Range(0, (i % 3) + 1).Select(visit => Lines.Of($"v{i}-{visit}", customer, "visit", at.AddDays(-visit), $"\"channel\":\"{(i % 3 == 0 ? "app" : "web")}\"")));
            if (i % 2 == 0)
            {
                lines.Add(Lines.Of($"p{i}", customer, "purchase", at, $"\"value\":{i * 4},\"currency\":\"EUR\""));
                lines.Add(Lines.Nps($"n{i}", customer, at, i % 11));
            }
        }

        lines.Add(Lines.Visit("m1", "before", Lines.Noon));
        lines.Add(Lines.Of("m2", "c3", "alias", Lines.Noon, "\"previousId\":\"before\""));
        lines.Add(Lines.Of("o1", "only-counted", "consent", Lines.Noon, "\"purpose\":\"analytics\",\"granted\":false"));
        lines.Add(Lines.Of("o2", "only-counted", "purchase", Lines.Noon, "\"value\":500,\"currency\":\"EUR\""));
        await new Client(runtime).SendAsync(lines);
    }
}
