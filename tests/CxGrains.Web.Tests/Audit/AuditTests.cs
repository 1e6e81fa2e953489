using System.Net;
using System.Net.Http.Headers;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Audit;

public sealed class AuditTests
{
    [Theory]
    [InlineData("workspace", "workspace.read", null, "")]
    [InlineData("customers", "customers.list", null, "0")]
    [InlineData("accounts", "accounts.list", null, "0")]
    [InlineData("accounts/a%2Fb", "account.read", null, "a/b")]
    [InlineData("customers/ada", "customer.read", "ada", "")]
    [InlineData("surveys/known", "comments.read", null, "known")]
    [InlineData("alerts", "alerts.read", null, "0")]
    [InlineData("quarantine", "quarantine.read", null, "0")]
    [InlineData("audit", "audit.read", null, "")]
    [InlineData("audit?customer=ada", "audit.read", "ada", "")]
    public async Task A_reading_is_written_down(string path, string action, string? customer, string detail)
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, "/api/v1/" + path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var act = Assert.Single(server.Audit.Acts);
        Assert.Equal((action, customer, detail, "127.0.0.1"), (act.Action, act.Customer, act.Detail, act.Address));
        Assert.Equal(KeyText.IdOf(KeyText.Hash(WebServer.AdminKey)), act.By);
        Assert.Equal("first key", act.ByName);
    }

    [Theory]
    [InlineData("segments", HttpStatusCode.OK)]
    [InlineData("model", HttpStatusCode.OK)]
    [InlineData("insights", HttpStatusCode.OK)]
    [InlineData("customers/nobody-there", HttpStatusCode.NotFound)]
    public async Task Where_no_customer_is_shown_nothing_is_written_down(string path, HttpStatusCode status)
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, "/api/v1/" + path);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(server.Audit.Acts);
    }

    [Fact]
    public async Task What_tools_send_is_not_written_down()
    {
        await using var server = await StartAsync();

        await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", """{"customer":"ada","type":"visit"}""", await server.KeyAsync("default", Scopes.Ingest));

        Assert.Single(server.Runtime.Batches);
        Assert.Empty(server.Audit.Acts);
    }

    [Theory]
    [InlineData("/api/v1/interactions", "application/json", """{"customer":"ada","type":"visit"}""")]
    [InlineData("/api/v1/cloudevents", "application/cloudevents+json", """{"specversion":"1.0","id":"1","source":"/s","type":"visit","subject":"ada"}""")]
    public async Task What_somebody_signed_in_sends_by_hand_is(string path, string type, string body)
    {
        await using var server = await StartAsync();

        await SendSignedInAsync(server, path, type, body);

        Assert.Equal("interactions.sent", Assert.Single(server.Audit.Acts).Action);
        Assert.Single(server.Runtime.Batches);
    }

    [Fact]
    public async Task Nobody_is_shown_a_customer_that_cannot_be_written_down()
    {
        await using var server = await StartAsync();
        server.Audit.IsAway = true;

        var response = await server.SendAsync(HttpMethod.Get, "/api/v1/customers/ada");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("timeline", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_cannot_be_written_down_is_not_made()
    {
        await using var server = await StartAsync();
        server.Audit.IsAway = true;

        var response = await server.SendAsync(HttpMethod.Put, "/api/v1/surveys/effort", """{"metric":"ces"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("effort", (await server.Runtime.OfAsync("default", default)).Surveys.Keys);
    }

    [Fact]
    public async Task A_change_that_is_refused_says_so()
    {
        await using var server = await StartAsync();

        await server.SendAsync(HttpMethod.Put, "/api/v1/surveys/effort", """{"metric":"nonsense"}""");

        Assert.Equal([("survey.changed", "effort"), ("survey.changed", "effort: refused")], server.Audit.Acts.Select(act => (act.Action, act.Detail)));
    }

    [Fact]
    public async Task A_change_whose_answer_is_a_problem_says_so_too()
    {
        await using var server = await StartAsync();

        var response = await SendSignedInAsync(server, "/api/v1/interactions", "application/json", """{"type":"visit"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([("interactions.sent", ""), ("interactions.sent", "refused")], server.Audit.Acts.Select(act => (act.Action, act.Detail)));
    }

    [Theory]
    [InlineData("connections", """{"id":"shop","kind":"generic"}""", "connection.changed", "shop")]
    [InlineData("workspaces", """{"id":"acme"}""", "workspace.created", "acme")]
    public async Task What_is_made_is_named_and_a_second_of_its_name_is_refused(string path, string body, string action, string id)
    {
        await using var server = await StartAsync();

        await server.SendAsync(HttpMethod.Post, "/api/v1/" + path, body);
        await server.SendAsync(HttpMethod.Post, "/api/v1/" + path, body);

        Assert.Equal([(action, id), (action, id), (action, id + ": refused")], server.Audit.Acts.Select(act => (act.Action, act.Detail)));
    }

    [Fact]
    public async Task A_workspace_that_another_one_s_key_asks_for_is_refused_by_name()
    {
        await using var server = await StartAsync();

        await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", """{"id":"more"}""", await server.KeyAsync("acme", Scopes.Admin));

        Assert.Equal(["more", "more: refused"], server.Audit.Acts.Select(act => act.Detail));
    }

    [Fact]
    public async Task A_directory_that_is_moved_is_written_down_with_where_it_comes_from()
    {
        await using var server = await StartAsync();

        await server.SendAsync(HttpMethod.Post, "/api/v1/move?partitions=4&lastRow=70&customers=1&source=abc", "{}");

        Assert.Equal([("directory.moved", "abc"), ("directory.moved", "abc: refused")], server.Audit.Acts.Select(act => (act.Action, act.Detail)));
    }

    [Fact]
    public async Task Whom_an_admin_s_interactions_erase_is_written_down_first()
    {
        await using var server = await StartAsync();
        var before = -1;
        server.Runtime.Refuse = _ => before = server.Audit.Acts.Count;

        await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", """[{"customer":"ada","type":"erase"},{"customer":"eve","type":"visit"},{"customer":"bob","type":"erase"}]""");

        Assert.Equal(2, before);
        Assert.Equal([("customer.erased", "ada", ""), ("customer.erased", "bob", "")], server.Audit.Acts.Select(act => (act.Action, act.Customer!, act.Detail)));
    }

    [Fact]
    public async Task An_erasure_by_an_interaction_that_is_refused_says_so()
    {
        await using var server = await StartAsync();
        server.Runtime.Refuse = batch =>
        {
            if (batch.Interactions.Count == 2)
            {
                throw new LinesRefusedException([1], "customer", "is one too many");
            }
        };

        await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", """[{"customer":"ada","type":"erase"},{"customer":"bob","type":"erase"}]""");

        Assert.Equal([("ada", ""), ("bob", ""), ("bob", "refused")], server.Audit.Acts.Select(act => (act.Customer!, act.Detail)));
    }

    [Fact]
    public async Task An_erasure_that_cannot_be_written_down_is_not_made()
    {
        await using var server = await StartAsync();
        server.Audit.IsAway = true;

        var response = await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", """{"customer":"ada","type":"erase"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(server.Runtime.Batches);
    }

    [Fact]
    public async Task A_live_page_counts_once()
    {
        await using var server = await StartAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);

        Assert.Null(await client.InvokeAsync("Subscribe", "customer/ada", null, null));
        await client.NextAsync();
        Assert.Null(await client.InvokeAsync("Subscribe", "model", null, null));

        var act = Assert.Single(server.Audit.Acts);
        Assert.Equal(("customer.read", "ada", "127.0.0.1"), (act.Action, act.Customer, act.Address));
    }

    [Fact]
    public async Task A_live_page_shows_nothing_that_cannot_be_written_down()
    {
        await using var server = await StartAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        server.Audit.IsAway = true;

        Assert.Contains("audit log", await client.InvokeAsync("Subscribe", "customer/ada", null, null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_for_admins_and_goes_on_where_a_page_ended()
    {
        await using var server = await StartAsync();
        foreach (var path in new[] { "workspace", "customers", "customers/ada" })
        {
            await server.SendAsync(HttpMethod.Get, "/api/v1/" + path);
        }

        var first = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, "/api/v1/audit?limit=2"));
        var second = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, $"/api/v1/audit?limit=2&before={first.GetProperty("next")}"));
        var forbidden = await server.SendAsync(HttpMethod.Get, "/api/v1/audit", key: await server.KeyAsync("default", Scopes.Read));

        Assert.Equal(["customer.read", "customers.list"], first.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal(16, first.GetProperty("entries")[0].GetProperty("subject").GetString()!.Length);
        Assert.Equal("workspace.read", second.GetProperty("entries")[0].GetProperty("action").GetString());
        Assert.False(second.TryGetProperty("next", out _));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task A_key_that_was_made_is_named()
    {
        await using var server = await StartAsync();

        var made = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, "/api/v1/keys", """{"name":"Bob","scopes":["read"]}"""));

        Assert.Equal(("key.created", made.GetProperty("id").GetString()), (Assert.Single(server.Audit.Acts).Action, server.Audit.Acts[0].Detail));
    }

    [Fact]
    public async Task Entries_past_their_days_go()
    {
        var clock = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(options => options.AuditDays = 30, services: services => services.AddSingleton<TimeProvider>(clock));
        await server.SendAsync(HttpMethod.Get, "/api/v1/workspace");

        clock.Advance(TimeSpan.FromDays(31));

        await Eventually.TrueAsync(() => server.Audit.Acts.Count == 0);
    }

    private static async Task<HttpResponseMessage> SendSignedInAsync(WebServer server, string path, string type, string body)
    {
        var signedIn = await server.SendAsync(HttpMethod.Post, "/api/v1/session");
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0];
        return await server.SendAsync(HttpMethod.Post, path, body, key: null, change: request =>
        {
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue(type);
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        });
    }

    private static async Task<WebServer> StartAsync()
    {
        var server = await WebServer.StartAsync();
        server.Queries.Customers.Add(("default", "ada"));
        return server;
    }
}
