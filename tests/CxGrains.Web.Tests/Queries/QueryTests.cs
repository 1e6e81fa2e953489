using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain.Scores;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Queries;

public sealed class QueryTests
{
    [Fact]
    public async Task Views_are_camel_case_without_null()
    {
        await using var server = await WebServer.StartAsync();

        var text = await (await server.SendAsync(HttpMethod.Get, "/api/v1/workspace")).Content.ReadAsStringAsync();

        Assert.Contains("\"nps\":{\"status\":\"notEnoughData\",\"responses\":0}", text, StringComparison.Ordinal);
        Assert.Contains("\"interactionsPerSecond\":0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insights_show_journeys_goals_and_changes_without_null()
    {
        await using var server = await WebServer.StartAsync();

        var text = await (await server.SendAsync(HttpMethod.Get, "/api/v1/insights?window=7d")).Content.ReadAsStringAsync();

        Assert.Contains("\"changes\":{\"nps\":{\"status\":\"notEnoughData\",\"words\":\"Not enough answers to tell: 0 now and 0 before, of 20 each.\"}", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"stages\":[{\"id\":\"look\",\"name\":\"look\",\"entered\":0,\"movedOn\":0,\"dropped\":0,\"inIt\":0,\"inItNow\":0,\"timeInStage\":{\"status\":\"notEnoughData\",\"count\":0}",
            text,
            StringComparison.Ordinal);
        Assert.Contains("\"hurtsMost\":{\"status\":\"notEnoughData\",\"words\":\"No stage is known to hurt", text, StringComparison.Ordinal);
        Assert.Contains("\"from\":\"2026-01-01\",\"by\":\"2026-12-31\",\"status\":\"ok\",\"start\":0,\"value\":0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_list_is_asked_as_the_parameters_say()
    {
        await using var server = await WebServer.StartAsync();

        await server.SendAsync(HttpMethod.Get, "/api/v1/customers?q=ada&band=high&segment=vip&account=acme&rule=%7B%22field%22%3A%22engagement%22%2C%22op%22%3A%22lt%22%2C%22value%22%3A20%7D&sort=lastSeen&reverse=true&limit=7&cursor=c&asOf=1998-06-30");

        Assert.Equal(
            new CustomerQuery
            {
                Search = "ada",
                Band = RiskBand.High,
                Segment = "vip",
                Account = "acme",
                Rule = """{"field":"engagement","op":"lt","value":20}""",
                Sort = CustomerSort.LastSeen,
                Reverse = true,
                Limit = 7,
                Cursor = "c",
                AsOf = new DateTimeOffset(1998, 6, 30, 23, 59, 59, 999, TimeSpan.Zero),
            },
            server.Queries.Asked);
    }

    [Fact]
    public async Task A_list_of_accounts_is_asked_as_the_parameters_say()
    {
        await using var server = await WebServer.StartAsync();

        await server.SendAsync(HttpMethod.Get, "/api/v1/accounts?q=acme&sort=renewal&reverse=true&limit=7&cursor=c&asOf=1998-06-30");

        Assert.Equal(
            new AccountQuery
            {
                Search = "acme",
                Sort = AccountSort.Renewal,
                Reverse = true,
                Limit = 7,
                Cursor = "c",
                AsOf = new DateTimeOffset(1998, 6, 30, 23, 59, 59, 999, TimeSpan.Zero),
            },
            server.Queries.AskedAccounts);

        await server.SendAsync(HttpMethod.Get, "/api/v1/accounts");

        Assert.Equal(new AccountQuery(), server.Queries.AskedAccounts);
    }

    [Fact]
    public async Task An_account_is_found_by_any_id_and_shows_no_null()
    {
        await using var server = await WebServer.StartAsync();

        var text = await (await server.SendAsync(HttpMethod.Get, "/api/v1/accounts/a%2Fb")).Content.ReadAsStringAsync();

        Assert.Contains("\"id\":\"a/b\"", text, StringComparison.Ordinal);
        Assert.Contains("\"worst\":{\"status\":\"notEnoughData\",\"band\":\"notEnoughData\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"renewal\":{\"date\":\"2026-03-01\",\"days\":-5,\"isPast\":true,\"isRenewed\":false}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accounts?limit=0", "limit")]
    [InlineData("accounts?limit=501", "limit")]
    [InlineData("accounts?sort=age", "sort")]
    [InlineData("accounts?reverse=1", "reverse")]
    [InlineData("accounts?asOf=yesterday", "asOf")]
    [InlineData("accounts?band=high", "band")]
    [InlineData("accounts/acme?sort=risk", "sort")]
    [InlineData("customers?limit=0", "limit")]
    [InlineData("customers?limit=501", "limit")]
    [InlineData("customers?limit=1&limit=2", "limit")]
    [InlineData("customers?sort=age", "sort")]
    [InlineData("customers?band=High", "band")]
    [InlineData("customers?reverse=1", "reverse")]
    [InlineData("customers?asOf=yesterday", "asOf")]
    [InlineData("customers?asOf=0001-01-01", "asOf")]
    [InlineData("customers?asOf=9999-12-31", "asOf")]
    [InlineData("surveys/known?window=30", "window")]
    [InlineData("surveys/known?window=4001d", "window")]
    [InlineData("surveys/known?window=-1d", "window")]
    [InlineData("alerts?state=gone", "state")]
    [InlineData("alerts?limit=201", "limit")]
    public async Task A_bad_parameter_is_named(string path, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Get, $"/api/v1/{path}"));
    }

    [Fact]
    public async Task A_rule_that_is_too_long_names_the_limit()
    {
        await using var server = await WebServer.StartAsync();

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "rule", await server.SendAsync(HttpMethod.Get, $"/api/v1/customers?rule={new string('x', 2_001)}"));

        Assert.Contains("has 2001 characters and may have 2000", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_counted_without_being_defined()
    {
        await using var server = await WebServer.StartAsync();
        const string Rule = """{"field":"engagement","op":"lt","value":20}""";

        var view = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, "/api/v1/segments/count", $$"""{"rule":{{Rule}}}""", key: await server.KeyAsync("default", Scopes.Read)));

        Assert.Equal($$"""{"count":{{Rule.Length}},"total":100,"looked":100,"isExact":true}""", view.GetRawText());
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "rule", await server.SendAsync(HttpMethod.Post, "/api/v1/segments/count", "{}"));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "rule.op", await server.SendAsync(HttpMethod.Post, "/api/v1/segments/count", """{"rule":{"field":"engagement","op":"x","value":1}}"""));
    }

    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("a/b", "a/b")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("ada%40example.com?asOf=2025-01-01", "ada@example.com")]
    [InlineData("J%C3%BCrgen%20K", "Jürgen K")]
    public async Task A_customers_id_may_hold_anything(string encoded, string id)
    {
        await using var server = await WebServer.StartAsync();
        server.Queries.Customers.Add(("default", id));

        var view = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, $"/api/v1/customers/{encoded}"));

        Assert.Equal(id, view.GetProperty("id").GetString());
        Assert.Equal("""{"plan":"pro","seats":3,"beta":true}""", view.GetProperty("traits").GetRawText());
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "customer", await server.SendAsync(HttpMethod.Get, "/api/v1/customers/nobody"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "account", await server.SendAsync(HttpMethod.Get, "/api/v1/accounts/nobody"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "survey", await server.SendAsync(HttpMethod.Get, "/api/v1/surveys/none"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "segment", await server.SendAsync(HttpMethod.Get, "/api/v1/segments/none"));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "id", await server.SendAsync(HttpMethod.Get, $"/api/v1/customers/{new string('x', 129)}"));
    }

    [Theory]
    [InlineData("surveys/known?window=7d", "windowDays", "7")]
    [InlineData("surveys/known", "windowDays", "30")]
    [InlineData("surveys", "surveys", "[]")]
    [InlineData("segments", "segments", "[]")]
    [InlineData("alerts?state=alreadySo", "total", "0")]
    public async Task The_other_views_answer(string path, string member, string value)
    {
        await using var server = await WebServer.StartAsync();

        var view = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, $"/api/v1/{path}"));

        Assert.Equal(value, view.GetProperty(member).GetRawText());
    }
}
