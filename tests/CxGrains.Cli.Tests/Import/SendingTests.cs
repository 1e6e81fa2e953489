using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Cli.Tests.Import;

public sealed class SendingTests
{
    private static readonly string Rows = string.Concat(Enumerable.Range(1, 100).Select(i => $"c{i % 7},{i}.25\n"));

    [Fact]
    public async Task Ids_are_the_content_hash_and_the_line_so_that_a_second_import_changes_nothing()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();
        var content = "customer,value\n" + Rows;
        string[] args = ["import", cx.Write("in.csv", content), "--url", server.Url, "--type", "purchase", "--batch", "10"];

        var first = await cx.RunAsync(args);
        var again = await cx.RunAsync(args);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (first.Code, again.Code));
        Assert.Equal(
            Enumerable.Range(2, 100).Select(line => $"{hash}-{line}").Order(StringComparer.Ordinal),
            server.Accepted.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("100", first.Row("lines"));
        Assert.Equal("7", first.Row("customers"));
        Assert.Equal("5,075.00", first.Row("value"));
        Assert.Equal(20, server.Requests);
        Assert.All(server.Queries, query => Assert.Equal("?import=true", query));
        Assert.False(File.Exists(cx.PathOf("in.csv.cx-resume")));
    }

    [Fact]
    public async Task An_id_column_and_a_tag_set_ids()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();
        var file = cx.Write("in.csv", "no,customer\nA-1,c1\n,c2\n");

        await cx.RunAsync("import", file, "--url", server.Url, "--type", "visit", "--map", "customer=customer", "--id-column", "no", "--id-tag", "v2", "--live");

        Assert.Contains("A-1", server.Accepted.Keys);
        Assert.EndsWith("-v2-3", server.Accepted.Keys.Single(id => id != "A-1"), StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(server.Queries));
    }

    [Fact]
    public async Task A_busy_server_is_waited_for_as_long_as_it_asks()
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = (number, context) => Refuse(context, number <= 3 ? 429 : 0, retryAfterSeconds: 7);
        using var cx = new Cx();

        var result = await cx.RunAsync("import", cx.Write("in.csv", "customer\nc1\n"), "--url", server.Url, "--type", "visit");

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal(4, server.Requests);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), 3), cx.Time.Waits);
        Assert.Contains("the server is busy; trying again in 7 s, for 600 s at most (--patience)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_server_is_tried_again_and_nothing_is_lost_or_doubled()
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = (number, context) => Refuse(context, number is 2 or 3 or 6 ? 503 : 0);
        using var cx = new Cx();

        var result = await cx.RunAsync("import", cx.Write("in.csv", "customer,value\n" + Rows), "--url", server.Url, "--type", "purchase", "--batch", "10");

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal(100, server.Accepted.Count);
        Assert.Equal(13, server.Requests);
        Assert.Equal("5,075.00", result.Row("value"));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_after_the_patience()
    {
        using var cx = new Cx();

        var result = await cx.RunAsync("import", cx.Write("in.csv", "customer\nc1\n"), "--url", "http://127.0.0.1:1", "--type", "visit");

        Assert.Equal(ExitCode.Server, result.Code);
        Assert.Contains("cannot be reached, and was tried for 120 s (--patience)", result.Error, StringComparison.Ordinal);
        var waited = cx.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        Assert.InRange(waited, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(140));
    }

    [Theory]
    [InlineData(401, "the key was sent and is not known there: check --key or CX_KEY")]
    [InlineData(403, "it needs the scope 'ingest'")]
    [InlineData(413, "give a smaller --batch")]
    [InlineData(404, "the server refuses (HTTP 404, the reason)")]
    public async Task A_refusal_stops_at_once_with_advice(int status, string advice)
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = (_, context) => Refuse(context, status);
        using var cx = new Cx();

        var result = await cx.RunAsync("import", cx.Write("in.csv", "customer\nc1\n"), "--url", server.Url, "--type", "visit");

        Assert.Equal(ExitCode.Server, result.Code);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_key_nothing_is_sent(string? key)
    {
        using var cx = new Cx();
        cx.Environment.Clear();
        if (key is not null)
        {
            cx.Environment["CX_KEY"] = key;
        }

        var result = await cx.RunAsync("import", cx.Write("in.csv", "customer\nc1\n"), "--type", "visit");

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("no key was given", result.Error, StringComparison.Ordinal);
        Assert.Contains("CX_KEY", result.Error, StringComparison.Ordinal);
    }

    private static async Task<bool> Refuse(HttpContext context, int status, int? retryAfterSeconds = null)
    {
        if (status == 0)
        {
            return false;
        }

        context.Response.Headers.RetryAfter = retryAfterSeconds?.ToString(CultureInfo.InvariantCulture);
        await Results.Problem("the reason", statusCode: status).ExecuteAsync(context);
        return true;
    }
}
