using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Keys;

public sealed class SessionTests
{
    private const string Session = "/api/v1/session";

    [Fact]
    public async Task Signing_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, Session);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(WebServer.AdminKey, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_reads_as_its_key_does()
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await SignInAsync(server, await server.KeyAsync("acme", Scopes.Read));

        var who = await WebServer.JsonOf(await WithCookieAsync(server, HttpMethod.Get, Session, cookie));

        Assert.Equal("acme", who.GetProperty("workspace").GetString());
        Assert.Equal("read", Assert.Single(who.GetProperty("scopes").EnumerateArray()).GetString());
        Assert.False(who.GetProperty("demo").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await WithCookieAsync(server, HttpMethod.Get, "/api/v1/workspace", cookie)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_signed_in_without_a_key_or_cookie()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "Authorization", await server.SendAsync(HttpMethod.Get, Session, key: null));
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "Authorization", await server.SendAsync(HttpMethod.Post, Session, key: null));
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "Authorization", await WithCookieAsync(server, HttpMethod.Get, Session, "cx-session=forged"));
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_back()
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await SignInAsync(server, WebServer.AdminKey);

        var response = await WithCookieAsync(server, HttpMethod.Delete, Session, cookie, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "SELF", HttpStatusCode.Created)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "x", HttpStatusCode.Forbidden)]
    public async Task A_change_with_the_cookie_must_come_from_the_own_page(string header, string value, HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await SignInAsync(server, WebServer.AdminKey);
        var own = value == "SELF" ? server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) : value;

        var response = await WithCookieAsync(server, HttpMethod.Put, "/api/v1/surveys/s", cookie, (header, own), """{"metric":"nps"}""");

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_demo_signs_its_own_page_in()
    {
        await using var server = await WebServer.StartAsync(options => options.DemoSignIn = true);

        var response = await server.SendAsync(HttpMethod.Get, Session, key: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var who = await WebServer.JsonOf(response);
        Assert.True(who.GetProperty("demo").GetBoolean());
        Assert.Equal("default", who.GetProperty("workspace").GetString());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await WithCookieAsync(server, HttpMethod.Get, "/api/v1/workspace", cookie)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task The_demo_answers_to_loopback_names_only(string host, HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync(options => options.DemoSignIn = true);

        var response = await server.SendAsync(HttpMethod.Get, Session, key: null, change: request => request.Headers.Host = host);

        Assert.Equal(status, response.StatusCode);
    }

    private static async Task<string> SignInAsync(WebServer server, string key)
    {
        var response = await server.SendAsync(HttpMethod.Post, Session, key: key);
        return Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private static Task<HttpResponseMessage> WithCookieAsync(
        WebServer server, HttpMethod method, string path, string cookie, (string Name, string Value)? header = null, string? body = null) =>
        server.SendAsync(method, path, body, key: null, change: request =>
        {
            request.Headers.Add("Cookie", cookie);
            if (header is { } extra)
            {
                request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
            }
        });
}
