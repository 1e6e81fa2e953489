using System.Net;
using System.Text.Json;
using CxGrains.Abstractions.Queries;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Reports;

public class ReportLinkTests
{
    private const string Path = "/api/v1/reports/board";

    [Fact]
    public async Task Whoever_has_the_link_reads_the_issue_until_it_is_deleted()
    {
        await using var server = await StartAsync();
        var issue = await IssueAsync(server);
        var link = issue.GetProperty("link").GetString()!;

        using var opened = await server.SendAsync(HttpMethod.Get, link, key: null, change: request => request.Headers.Accept.ParseAdd("text/html"));
        using var head = await server.SendAsync(HttpMethod.Head, link, key: null);
        using var deleted = await server.SendAsync(HttpMethod.Delete, $"{Path}/issues/{issue.GetProperty("id").GetString()}");
        using var gone = await server.SendAsync(HttpMethod.Get, link, key: null, change: request => request.Headers.Accept.ParseAdd("text/html"));
        using var again = await server.SendAsync(HttpMethod.Delete, $"{Path}/issues/{issue.GetProperty("id").GetString()}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (opened.StatusCode, head.StatusCode));
        Assert.StartsWith("<!DOCTYPE html>", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode, again.StatusCode));
        var said = await gone.Content.ReadAsStringAsync();
        Assert.Contains("This report is not there, or not any more.", said, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_served_under_a_policy_that_allows_its_style_sheet_and_nothing_else()
    {
        await using var server = await StartAsync();
        var link = (await IssueAsync(server)).GetProperty("link").GetString()!;

        using var opened = await server.SendAsync(HttpMethod.Get, link, key: null);

        var policy = Assert.Single(opened.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$", policy);
        Assert.True(opened.Headers.CacheControl!.NoStore);
        Assert.Equal(("no-referrer", "nosniff", "noindex, nofollow"), (Header(opened, "Referrer-Policy"), Header(opened, "X-Content-Type-Options"), Header(opened, "X-Robots-Tag")));
        Assert.Equal("text/html; charset=utf-8", opened.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("abcdefghijklAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("abcdefghijklAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_link_opens_nothing(string token)
    {
        await using var server = await StartAsync();
        await IssueAsync(server);

        using var response = await server.SendAsync(HttpMethod.Get, "/r/" + token, key: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_is_stored_with_an_issue_says_its_link()
    {
        await using var server = await StartAsync();
        var link = (await IssueAsync(server)).GetProperty("link").GetString()!;
        var report = Assert.Single(await server.Storage.OfAsync("default", "report", CancellationToken.None));
        var code = JsonElement.Parse(report.Json).GetProperty("code").GetString()!;

        var issue = Assert.Single(await server.Storage.OfAsync("default", "reportIssue/" + code, CancellationToken.None));

        var token = link["/r/".Length..];
        Assert.DoesNotContain(token[12..], issue.Json + issue.Key + issue.Id, StringComparison.Ordinal);
        Assert.NotEqual(token, issue.Key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reading_is_written_down_where_customers_are_named(bool names)
    {
        await using var server = await StartAsync();
        var issue = await IssueAsync(server, names);
        var before = server.Audit.Acts.Count;
        for (var i = 0; i < 2; i++)
        {
            using var opened = await server.SendAsync(HttpMethod.Get, issue.GetProperty("link").GetString()!, key: null);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }

        var acts = server.Audit.Acts.Skip(before).ToList();
        Assert.Equal(names ? 1 : 0, issue.GetProperty("customers").GetInt32());
        Assert.Equal(names ? ["report.read"] : [], acts.Select(act => act.Action));
        Assert.All(acts, act => Assert.Equal(("link", "127.0.0.1"), (act.By, act.Address)));
        Assert.All(acts, act => Assert.EndsWith("/" + issue.GetProperty("id").GetString(), act.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown()
    {
        await using var server = await StartAsync();
        var issue = await IssueAsync(server, names: true);
        server.Audit.IsAway = true;

        using var opened = await server.SendAsync(HttpMethod.Get, issue.GetProperty("link").GetString()!, key: null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, opened.StatusCode);
        Assert.DoesNotContain("Lovelace", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/r/")]
    [InlineData("https://cx.example.com/", "https://cx.example.com/r/")]
    public async Task A_link_is_whole_where_somebody_has_said_where_the_dashboard_is(string? publicUrl, string begins)
    {
        await using var server = await StartAsync(publicUrl);

        var link = (await IssueAsync(server)).GetProperty("link").GetString()!;
        using var list = await server.SendAsync(HttpMethod.Get, "/api/v1/reports");

        Assert.StartsWith(begins, link, StringComparison.Ordinal);
        Assert.Equal(publicUrl is not null, (await WebServer.JsonOf(list)).GetProperty("linksAreWhole").GetBoolean());
    }

    private static Task<WebServer> StartAsync(string? publicUrl = null) => WebServer.StartAsync(
        options => options.PublicUrl = publicUrl,
        services: services => services.AddSingleton<IQueries, ReportQueries>());

    private static async Task<JsonElement> IssueAsync(WebServer server, bool names = false)
    {
        using var defined = await server.SendAsync(HttpMethod.Put, Path, $$"""{"page":{"kind":"overview"},"schedule":{"every":"weekly"},"includeCustomers":{{(names ? "true" : "false")}}}""");
        Assert.True(defined.IsSuccessStatusCode, await defined.Content.ReadAsStringAsync());
        using var issued = await server.SendAsync(HttpMethod.Post, Path + "/issue");
        Assert.Equal(HttpStatusCode.Created, issued.StatusCode);
        return await WebServer.JsonOf(issued);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
