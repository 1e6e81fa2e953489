using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Connectors.Connections;

public sealed class ConnectionTests
{
    private const string Path = "/api/v1/connections";

    [Fact]
    public async Task Secrets_are_never_shown_again()
    {
        await using var server = await WebServer.StartAsync();

        var created = await server.SendAsync(HttpMethod.Post, Path, """{"id":"tf","name":"Orders","kind":"typeform","secret":"top-secret-1"}""");
        var list = await (await server.SendAsync(HttpMethod.Get, Path)).Content.ReadAsStringAsync();
        var changed = await server.SendAsync(HttpMethod.Put, Path + "/tf", """{"name":"Renamed"}""");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.DoesNotContain("top-secret-1", await created.Content.ReadAsStringAsync() + list + await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"hasSecret\":true", list, StringComparison.Ordinal);
        Assert.Equal("Renamed", (await WebServer.JsonOf(changed)).GetProperty("name").GetString());
        Assert.Contains("top-secret-1", (await server.Storage.FindAsync("default", "connection", "tf", default))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_signs_needs_its_secret_and_one_that_only_tells_needs_a_token()
    {
        await using var server = await WebServer.StartAsync();

        var unsigned = await server.SendAsync(HttpMethod.Post, Path, """{"kind":"typeform"}""");
        var untold = await server.SendAsync(HttpMethod.Post, Path, """{"kind":"surveymonkey","secret":"s"}""");
        var unknown = await server.SendAsync(HttpMethod.Post, Path, """{"kind":"carrier-pigeon"}""");

        Assert.Equal("secret", (await WebServer.JsonOf(unsigned)).GetProperty("field").GetString());
        Assert.Equal("accessToken", (await WebServer.JsonOf(untold)).GetProperty("field").GetString());
        Assert.Contains("generic, intercom", (await WebServer.JsonOf(unknown)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_connection_of_an_id_is_a_conflict_and_changes_nothing()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Post, Path, """{"id":"tf","name":"Orders","kind":"typeform","secret":"top-secret-1"}""");

        var second = await server.SendAsync(HttpMethod.Post, Path, """{"id":"tf","name":"Other","kind":"typeform","secret":"top-secret-2"}""");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("'tf'", (await WebServer.JsonOf(second)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Orders", (await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, $"{Path}/tf"))).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Blanks_around_a_pasted_secret_go_and_a_line_break_in_it_is_refused()
    {
        await using var server = await WebServer.StartAsync();

        var trimmed = await server.SendAsync(HttpMethod.Post, Path, """{"id":"sm","kind":"surveymonkey","secret":" s-1 ","accessToken":"t-1\n"}""");
        var broken = await server.SendAsync(HttpMethod.Post, Path, """{"kind":"surveymonkey","secret":"s","accessToken":"t\n1"}""");

        Assert.Equal(HttpStatusCode.Created, trimmed.StatusCode);
        var json = (await server.Storage.FindAsync("default", "connection", "sm", default))!.Json;
        Assert.Contains("\"s-1\"", json, StringComparison.Ordinal);
        Assert.Contains("\"t-1\"", json, StringComparison.Ordinal);
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "accessToken", broken);
    }

    [Fact]
    public async Task A_removed_connection_s_URL_is_gone_and_an_unknown_one_never_was()
    {
        await using var hook = await Hook.StartAsync("generic");

        var removed = await hook.Server.SendAsync(HttpMethod.Delete, Path + "/hook");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hook.PostAsync("{}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hook.Server.SendAsync(HttpMethod.Head, "/c/guess", key: null)).StatusCode);
    }

    [Theory]
    [InlineData("GET", Path)]
    [InlineData("POST", Path)]
    [InlineData("GET", "/api/v1/quarantine")]
    [InlineData("POST", "/api/v1/quarantine/replay")]
    public async Task They_are_for_admin_keys(string method, string path)
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", Scopes.Ingest | Scopes.Read);

        var response = await server.SendAsync(new HttpMethod(method), path, "{}", key);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Another_workspace_neither_sees_nor_changes_them()
    {
        await using var hook = await Hook.StartAsync("generic");
        var key = await hook.Server.KeyAsync("acme", Scopes.Admin);

        var list = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Get, Path, key: key));
        var removed = await hook.Server.SendAsync(HttpMethod.Delete, Path + "/hook", key: key);

        Assert.Empty(list.GetProperty("connections").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
    }

    [Fact]
    public async Task The_quarantine_is_listed_page_by_page_and_let_go_one_by_one_or_by_source()
    {
        await using var hook = await Hook.StartAsync("generic");
        await hook.Server.SendAsync(HttpMethod.Post, "/v1/track", """{"event":"E"}""");
        foreach (var body in (string[])["1", "2", "3"])
        {
            await hook.PostAsync(body, ("X-Signature", "sha256=" + Hook.Sha256Hex(body)));
        }

        var first = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Get, "/api/v1/quarantine?limit=2"));
        var next = first.GetProperty("next").GetInt64();
        var second = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Get, $"/api/v1/quarantine?limit=2&before={next}&source=connection/hook"));

        Assert.Equal(4, first.GetProperty("count").GetInt32());
        Assert.Equal(["3", "2"], first.GetProperty("payloads").EnumerateArray().Select(payload => payload.GetProperty("preview").GetString()));
        Assert.Equal(["1"], second.GetProperty("payloads").EnumerateArray().Select(payload => payload.GetProperty("preview").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await hook.Server.SendAsync(HttpMethod.Delete, $"/api/v1/quarantine/{next}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hook.Server.SendAsync(HttpMethod.Delete, $"/api/v1/quarantine/{next}")).StatusCode);
        await hook.Server.SendAsync(HttpMethod.Delete, "/api/v1/quarantine?source=connection/hook");
        Assert.Equal("segment", Assert.Single(hook.Server.Storage.Payloads).Source);
    }

    [Fact]
    public async Task What_came_since_one_looked_stays_when_what_was_seen_is_let_go()
    {
        await using var hook = await Hook.StartAsync("generic");
        foreach (var body in (string[])["1", "2", "3"])
        {
            await hook.PostAsync(body, ("X-Signature", "sha256=" + Hook.Sha256Hex(body)));
        }

        var newest = hook.Server.Storage.Payloads.Max(payload => payload.Id);
        var answer = await hook.Server.SendAsync(HttpMethod.Delete, $"/api/v1/quarantine?before={newest}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(newest, Assert.Single(hook.Server.Storage.Payloads).Id);
    }

    [Fact]
    public async Task An_event_of_Segment_s_is_read_again_at_the_instant_it_came()
    {
        await using var hook = await Hook.StartAsync("generic");
        var clock = (ManualTimeProvider)hook.Server.Service<TimeProvider>();
        await hook.Server.SendAsync(HttpMethod.Post, "/v1/batch", """{"sentAt":"2019-01-01T00:03:00Z","batch":[{"type":"track","userId":"ada","event":"Answer","timestamp":"2019-01-01T00:00:00Z","properties":{"survey":"s"}},{"type":"track","userId":"bo","event":"Survey Response","timestamp":"2019-01-01T00:00:00Z","properties":{"survey":"s","score":5}}]}""");
        Assert.Contains("there is no survey 's'", Assert.Single(hook.Server.Storage.Payloads).Reason, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromHours(1));
        await hook.Server.SendAsync(HttpMethod.Put, "/api/v1/surveys/s", """{"metric":"nps"}""");

        var again = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Post, "/api/v1/quarantine/replay"));

        Assert.Equal("""{"replayed":1,"accepted":1,"left":0}""", again.GetRawText());
        var batch = hook.Server.Runtime.Batches.Last().Batch;
        Assert.Equal(new DateTimeOffset(2025, 6, 1, 11, 57, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), batch.Interactions[0].AtMs);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeMilliseconds(), batch.ReceivedMs);
    }
}
