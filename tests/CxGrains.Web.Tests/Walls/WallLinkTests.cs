using System.Net;
using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Walls;

public sealed class WallLinkTests
{
    private const string Links = "/api/v1/wall-links";
    private const string Open = "/api/v1/session/wall";

    [Fact]
    public async Task A_link_is_shown_once_listed_without_its_end_and_stored_hashed()
    {
        await using var server = await StartAsync();
        var ann = await server.CookieAsync("ann", UserRole.Manager);

        var response = await server.SendFromPageAsync(HttpMethod.Post, Links, ann, """{"name":"Second floor","segment":"vip","window":"7d","expiresDays":30}""");
        var created = await WebServer.JsonOf(response);
        var token = TokenOf(created);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var list = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Links));
        var link = Assert.Single(list.GetProperty("links").EnumerateArray());
        Assert.Equal(["id", "name", "segment", "window", "createdBy", "created", "expires"], link.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Second floor", "vip", "7d", "ann"), (Text(link, "name"), Text(link, "segment"), Text(link, "window"), Text(link, "createdBy")));
        Assert.Equal(link.GetProperty("created").GetDateTimeOffset().AddDays(30), link.GetProperty("expires").GetDateTimeOffset());
        Assert.DoesNotContain(token, list.GetRawText(), StringComparison.Ordinal);
        var stored = Assert.Single(await server.Storage.OfAsync("default", WallLink.DocumentKind, CancellationToken.None));
        Assert.Equal(KeyText.Hash(token), stored.Key);
        Assert.DoesNotContain(token, stored.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"window":"7d"}""", "name")]
    [InlineData("""{"name":"w","segment":"nowhere"}""", "segment")]
    [InlineData("""{"name":"w","window":"8d"}""", "window")]
    [InlineData("""{"name":"w","expiresDays":0}""", "expiresDays")]
    [InlineData("""{"name":"w","expiresDays":366}""", "expiresDays")]
    [InlineData("""{"name":"w","page":"/customers"}""", "body")]
    public async Task A_bad_link_names_the_field(string body, string field)
    {
        await using var server = await StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Post, Links, body));
    }

    [Fact]
    public async Task A_workspace_has_at_most_50_links()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < WallLinkStore.CountMax; i++)
        {
            await CreateAsync(server, """{"name":"w"}""");
        }

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "name", await server.SendAsync(HttpMethod.Post, Links, """{"name":"w"}"""));
        Assert.True(WallLinkStore.CountMax <= IDocuments.DocumentsMax);
    }

    [Fact]
    public async Task Whoever_opens_it_is_told_what_it_shows_and_gets_a_cookie_that_scripts_cannot_read()
    {
        await using var server = await StartAsync();
        var token = TokenOf(await CreateAsync(server, """{"name":"Second floor","segment":"vip","window":"7d"}"""));

        var response = await OpenAsync(server, token);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var wall = (await WebServer.JsonOf(await server.SendFromPageAsync(HttpMethod.Get, "/api/v1/session", cookie.Split(';')[0]))).GetProperty("wall");
        Assert.Equal(("Second floor", "vip", "7d"), (Text(wall, "name"), Text(wall, "segment"), Text(wall, "window")));
        Assert.Contains(server.Audit.Acts, act => act is { Action: "session.began", ByName: "Second floor" } && act.By.StartsWith("wall:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_endpoint_but_the_pages_own_lets_it_in()
    {
        await using var server = await StartAsync();
        var cookie = await CookieAsync(server, """{"name":"w","segment":"vip","window":"7d"}""");

        // Every endpoint that is there, also those that somebody adds later.
        var endpoints = server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => (method, Path: "/" + endpoint.RoutePattern.RawText!.Trim('/'))))
            .Where(endpoint => !endpoint.Path.StartsWith("/api/v1/session", StringComparison.Ordinal) && endpoint.method != "OPTIONS")
            .ToList();
        Assert.True(endpoints.Count > 50, $"only {endpoints.Count} endpoints");
        foreach (var (method, path) in endpoints)
        {
            var plain = path.Replace("{**id}", "x", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal);
            var response = await server.SendFromPageAsync(new HttpMethod(method), plain, cookie);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {plain} answered {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("insights?window=7d&segment=vip", HttpStatusCode.OK)]
    [InlineData("insights?window=30d&segment=vip", HttpStatusCode.Forbidden)]
    [InlineData("insights?window=7d&segment=other", HttpStatusCode.Forbidden)]
    [InlineData("insights?window=7d", HttpStatusCode.Forbidden)]
    [InlineData("customers?band=high&limit=8&segment=vip", HttpStatusCode.OK)]
    [InlineData("customers?band=high&limit=500&segment=vip", HttpStatusCode.Forbidden)]
    [InlineData("customers?band=high&limit=8&segment=other", HttpStatusCode.Forbidden)]
    [InlineData("customers?band=high&limit=8&segment=vip&q=ada", HttpStatusCode.Forbidden)]
    [InlineData("customers?band=high&limit=8", HttpStatusCode.Forbidden)]
    [InlineData("customers", HttpStatusCode.Forbidden)]
    [InlineData("customers/ada", HttpStatusCode.Forbidden)]
    [InlineData("workspace", HttpStatusCode.Forbidden)]
    public async Task Of_queries_it_asks_only_what_the_page_asks(string path, HttpStatusCode status)
    {
        await using var server = await StartAsync();
        server.Queries.Customers.Add(("default", "ada"));
        var cookie = await CookieAsync(server, """{"name":"w","segment":"vip","window":"7d"}""");

        Assert.Equal(status, (await server.SendFromPageAsync(HttpMethod.Get, $"/api/v1/{path}", cookie)).StatusCode);
    }

    [Fact]
    public async Task Of_topics_it_watches_only_what_the_page_watches()
    {
        await using var server = await StartAsync();
        await using var ofSegment = await server.ConnectAsync(await CookieAsync(server, """{"name":"w","segment":"vip"}"""));
        await using var ofAll = await server.ConnectAsync(await CookieAsync(server, """{"name":"w"}"""));

        foreach (var (topic, maySegment, mayAll) in new[]
        {
            ("workspace", true, true), ("alerts", true, true), ("segment/vip", true, false), ("segment/other", false, false), ("insights/vip", true, false),
            ("insights", false, true), ("customer/ada", false, false), ("survey/known", false, false), ("model", false, false),
        })
        {
            Assert.Equal((topic, maySegment), (topic, await ofSegment.InvokeAsync("Subscribe", topic, null, null) is null));
            Assert.Equal((topic, mayAll), (topic, await ofAll.InvokeAsync("Subscribe", topic, null, null) is null));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revoked_link_opens_nothing_and_what_it_opened_ends(bool onThisNode)
    {
        await using var server = await StartAsync();
        var created = await CreateAsync(server, """{"name":"w"}""");
        var id = Text(created.GetProperty("link"), "id")!;
        var cookie = SignedIn.CookieOf(await OpenAsync(server, TokenOf(created)));
        await using var live = await server.ConnectAsync(cookie);

        if (onThisNode)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(HttpMethod.Delete, $"{Links}/{id}")).StatusCode);
        }
        else
        {
            await server.Storage.RemoveAsync("default", WallLink.DocumentKind, id, CancellationToken.None);
        }

        await SignedIn.IsCutAsync(live);
        Assert.False(await server.IsSignedInAsync(cookie));
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "token", await OpenAsync(server, TokenOf(created)));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "wall link", await server.SendAsync(HttpMethod.Delete, $"{Links}/{id}"));
    }

    [Fact]
    public async Task A_link_ends_when_it_said_it_would()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var token = TokenOf(await CreateAsync(server, """{"name":"w","expiresDays":1}"""));
        var cookie = SignedIn.CookieOf(await OpenAsync(server, token));

        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.True(await server.IsSignedInAsync(cookie));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await server.IsSignedInAsync(cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync(server, token)).StatusCode);
    }

    [Fact]
    public async Task Another_workspace_neither_sees_nor_revokes_it()
    {
        await using var server = await StartAsync();
        var id = Text((await CreateAsync(server, """{"name":"w"}""")).GetProperty("link"), "id");
        var acme = await server.KeyAsync("acme", Scopes.Admin);

        Assert.Equal(0, (await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Links, key: acme))).GetProperty("links").GetArrayLength());
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "wall link", await server.SendAsync(HttpMethod.Delete, $"{Links}/{id}", key: acme));
    }

    [Fact]
    public async Task Another_sites_page_does_not_open_it()
    {
        await using var server = await StartAsync();
        var token = TokenOf(await CreateAsync(server, """{"name":"w"}"""));

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, await OpenAsync(server, token, request => request.Headers.Add("Origin", "http://evil.example")));
    }

    [Fact]
    public void What_is_stored_reads_for_ever()
    {
        var stored = new StoredDocument("default", WallLink.DocumentKind, "id", "hash", """{"Name":"w","Segment":"vip","WindowDays":7,"CreatedBy":"ann","CreatedMs":5,"ExpiresMs":9}""", 1);

        Assert.Equal(new WallLink("default", "id", "hash", "w", new WallPage("vip", 7), "ann", 5, 9), WallLink.Of(stored));
        Assert.Equal(stored.Json, WallLink.Of(stored).ToDocument().Json);
        Assert.Equal(new WallPage(null, null), WallLink.Of(stored with { Json = """{"Name":"w","CreatedBy":"ann","CreatedMs":5}""" }).Page);
    }

    private static async Task<WebServer> StartAsync(Action<IServiceCollection>? services = null)
    {
        var server = await WebServer.StartAsync(services: services);
        foreach (var segment in new[] { "vip", "other" })
        {
            await server.SendAsync(HttpMethod.Put, $"/api/v1/segments/{segment}", """{"rule":{"field":"interactions","op":"ge","value":1}}""");
        }

        return server;
    }

    private static async Task<JsonElement> CreateAsync(WebServer server, string body)
    {
        var response = await server.SendAsync(HttpMethod.Post, Links, body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await WebServer.JsonOf(response);
    }

    private static Task<HttpResponseMessage> OpenAsync(WebServer server, string token, Action<HttpRequestMessage>? change = null) =>
        server.SendAsync(HttpMethod.Post, Open, JsonSerializer.Serialize(new { token }), key: null, change);

    private static async Task<string> CookieAsync(WebServer server, string body) => SignedIn.CookieOf(await OpenAsync(server, TokenOf(await CreateAsync(server, body))));

    private static string TokenOf(JsonElement created)
    {
        var path = Text(created, "path")!;
        Assert.StartsWith("/wall#cw_", path, StringComparison.Ordinal);
        return path["/wall#".Length..];
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
