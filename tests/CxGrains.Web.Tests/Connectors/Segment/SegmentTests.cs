using System.Net;
using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Connectors.Segment;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Connectors.Segment;

public sealed class SegmentTests
{
    // 2025-06-01T12:00:00Z, where the manual clock stands.
    private const long NowMs = 1_748_779_200_000;

    [Fact]
    public async Task A_batch_of_every_type_becomes_interactions()
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, "/v1/batch", """
            {"sentAt":"2025-06-01T12:00:00.000Z","batch":[
              {"type":"track","messageId":"m1","userId":"ada","event":"Order Completed","timestamp":"2025-06-01T11:59:00.000Z","properties":{"order_id":"o1","revenue":49.9,"currency":"EUR","products":[{"sku":"a"}]}},
              {"type":"identify","messageId":"m2","userId":"ada","traits":{"name":"Ada","plan":"pro","address":{"city":"Paris"},"tags":["a"]}},
              {"type":"page","messageId":"m3","anonymousId":"anon-1","name":"Pricing","properties":{"title":"Our prices","path":"/pricing"}},
              {"type":"screen","messageId":"m4","anonymousId":"anon-1","name":"Home"},
              {"type":"group","messageId":"m5","userId":"ada","groupId":"acme","traits":{"name":"Acme"}},
              {"type":"track","messageId":"m6","userId":7,"event":"Song Played","properties":{"name":"Fly"},"context":{"library":{"name":"analytics.js"}}}]}
            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"success":true}""", await response.Content.ReadAsStringAsync());
        var lines = Lines(server);
        Assert.Equal(
            [
                """{"customer":"ada","type":"purchase","id":"m1","at":1748779140000,"value":49.9,"currency":"EUR","properties":{"order_id":"o1","revenue":49.9,"currency":"EUR"}}""",
                """{"customer":"ada","type":"identify","id":"m2","at":1748779200000,"traits":{"name":"Ada","plan":"pro","address.city":"Paris"}}""",
                """{"customer":"anon-1","type":"page","id":"m3","at":1748779200000,"channel":"web","properties":{"name":"Pricing","title":"Our prices","path":"/pricing"}}""",
                """{"customer":"anon-1","type":"page","id":"m4","at":1748779200000,"channel":"app","properties":{"name":"Home"}}""",
                """{"customer":"ada","type":"group","id":"m5","at":1748779200000,"account":"acme"}""",
                """{"customer":"7","type":"song_played","id":"m6","at":1748779200000,"channel":"web","properties":{"name":"Fly"}}""",
            ],
            lines);
        Assert.Empty(server.Storage.Payloads);
    }

    [Theory]
    [InlineData("track", "t")]
    [InlineData("identify", "i")]
    [InlineData("page", "p")]
    [InlineData("screen", "s")]
    [InlineData("group", "g")]
    public async Task Each_type_has_a_path_and_a_short_one_that_decide_over_the_event(string type, string letter)
    {
        await using var server = await StartAsync();
        const string Event = """{"type":"nonsense","messageId":"m","userId":"ada","event":"Song Played","groupId":"acme","name":"n"}""";

        await PostAsync(server, $"/v1/{type}", Event);
        await PostAsync(server, $"/v1/{letter}", Event);

        var lines = Lines(server);
        Assert.Equal(2, lines.Count);
        Assert.Equal(lines[0], lines[1]);
        Assert.Contains(type switch { "track" => "song_played", "screen" => "page", _ => type }, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_whose_clock_is_wrong_is_corrected_by_how_long_before_sending_it_happened()
    {
        await using var server = await StartAsync();

        // The sender lives in 2019: three minutes pass between the event and its sending.
        await PostAsync(server, "/v1/track", """{"userId":"ada","event":"E","timestamp":"2019-01-01T00:00:00Z","sentAt":"2019-01-01T00:03:00Z"}""");

        Assert.Equal(NowMs - 180_000, At(Lines(server)[0]));
    }

    [Fact]
    public async Task Without_the_time_of_sending_the_event_s_own_time_counts()
    {
        await using var server = await StartAsync();

        await PostAsync(server, "/v1/track", """{"userId":"ada","event":"E","timestamp":"2025-01-01T00:00:00+01:00"}""");

        Assert.Equal(new DateTimeOffset(2024, 12, 31, 23, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), At(Lines(server)[0]));
    }

    [Fact]
    public async Task An_event_with_both_ids_joins_them_once_for_each_pair_under_an_id_made_of_both()
    {
        await using var server = await StartAsync();
        using var budget = new LineBatchOf();
        var mapper = new SegmentMapper(budget.Lines, NowMs, null);
        var both = """{"type":"track","userId":"ada","anonymousId":"anon-1","event":"E"}"""u8;

        mapper.Map(both, 0, null);
        mapper.Map(both, 1, null);

        Assert.Equal([-1, 0, 1], budget.Lines.Origins);
        Assert.Equal("""{"customer":"ada","type":"alias","id":"5|alias|6|anon-1|ada","at":1748779200000,"previousId":"anon-1"}""", budget.Text(0));
    }

    [Fact]
    public async Task An_event_with_both_ids_is_taken_whether_or_not_joining_is_served()
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, "/v1/track", """{"userId":"ada","anonymousId":"anon-1","event":"E"}""");

        Assert.Equal("""{"success":true}""", await response.Content.ReadAsStringAsync());
        Assert.Contains(Lines(server), line => line.Contains("\"type\":\"e\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_read_goes_to_quarantine_and_its_neighbours_are_taken()
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, "/v1/batch", """
            {"batch":[{"type":"track","event":"E"},{"type":"track","userId":"ada","event":"E"},{"type":"track","userId":"ada","event":"Order Completed"},{"type":"track","userId":"ada"},7]}
            """);

        Assert.Equal("""{"success":true,"quarantined":4}""", await response.Content.ReadAsStringAsync());
        Assert.Single(Lines(server));
        Assert.Equal(
            [
                "userId and anonymousId are both missing; one of them is wanted",
                "event is missing; the name of what was tracked is wanted",
                "the event is a Number and must be an object",
                "value: is missing; a purchase needs an amount from 0 to 1000000000000",
            ],
            server.Storage.Payloads.Select(payload => payload.Reason));
        Assert.Equal("""{"event":{"type":"track","event":"E"}}""", Encoding.UTF8.GetString(server.Storage.Payloads[0].Body.Span));
    }

    [Theory]
    [InlineData("""{"batch":[{"type":"track","userId":"ada","event":"E"}""", "is not well-formed JSON")]
    [InlineData("""{"events":[]}""", "batch")]
    [InlineData("""[]""", "must be an object")]
    public async Task What_is_not_well_formed_is_a_400_and_nothing_is_taken(string body, string detail)
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, "/v1/batch", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(detail, (await WebServer.JsonOf(response)).ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Runtime.Batches);
        Assert.Empty(server.Storage.Payloads);
    }

    [Theory]
    [InlineData("/v1/track", 32 * 1024)]
    [InlineData("/v1/batch", 500 * 1024)]
    public async Task A_body_beyond_Segment_s_limit_is_a_400_that_names_it(string path, int limit)
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, path, new string(' ', limit) + "{}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(limit, (await WebServer.JsonOf(response)).GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task An_event_of_a_batch_beyond_its_limit_is_a_400_that_names_it()
    {
        await using var server = await StartAsync();

        var response = await PostAsync(server, "/v1/batch", $$"""{"batch":[{"userId":"{{new string('a', 32 * 1024)}}"}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("batch[0]", (await WebServer.JsonOf(response)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_key_comes_as_Basic_user_or_in_the_body()
    {
        await using var server = await StartAsync();
        var key = await server.KeyAsync("acme", Scopes.Ingest);

        var inBody = await server.SendAsync(HttpMethod.Post, "/v1/t", $$"""{"userId":"ada","event":"E","writeKey":"{{key}}"}""", key: null);
        var asUser = await server.SendAsync(HttpMethod.Post, "/v1/t", """{"userId":"ada","event":"E"}""", key: null, change: request =>
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"))));

        Assert.Equal(HttpStatusCode.OK, inBody.StatusCode);
        Assert.Equal(HttpStatusCode.OK, asUser.StatusCode);
        Assert.All(server.Runtime.Batches, batch => Assert.Equal("acme", batch.Batch.Workspace));
    }

    [Theory]
    [InlineData(null, """{"userId":"ada","event":"E"}""")]
    [InlineData(null, """{"userId":"ada","event":"E","writeKey":"cx_unknown-key-0123456789"}""")]
    [InlineData("cx_unknown-key-0123456789", """{"userId":"ada","event":"E"}""")]
    public async Task Without_a_known_key_nothing_is_taken(string? key, string body)
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, "/v1/track", body, key);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(server.Runtime.Batches);
    }

    [Theory]
    [InlineData(Scopes.Ingest, HttpStatusCode.OK)]
    [InlineData(Scopes.Ingest | Scopes.Read, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Read, HttpStatusCode.Forbidden)]
    public async Task A_web_page_may_use_a_key_that_can_only_send_and_no_other(Scopes scopes, HttpStatusCode status)
    {
        await using var server = await StartAsync();
        var key = await server.KeyAsync("acme", scopes);

        var response = await server.SendAsync(HttpMethod.Post, "/v1/p", """{"anonymousId":"a"}""", key, request => request.Headers.Add("Origin", "https://shop.example"));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task A_browser_that_asks_first_is_let_in_to_Segment_s_paths_only()
    {
        await using var server = await StartAsync();

        var segment = await server.SendAsync(HttpMethod.Options, "/v1/t", key: null, change: request => request.Headers.Add("Origin", "https://shop.example"));
        var native = await server.SendAsync(HttpMethod.Options, "/api/v1/interactions", key: null, change: request => request.Headers.Add("Origin", "https://shop.example"));

        Assert.Equal(HttpStatusCode.NoContent, segment.StatusCode);
        Assert.Contains("Authorization", segment.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.False(native.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_browser_SDK_is_told_to_send_to_the_host_it_asked()
    {
        await using var server = await StartAsync();

        var settings = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, "/v1/projects/cx_k/settings", key: null));

        var sending = settings.GetProperty("integrations").GetProperty("Segment.io");
        Assert.Equal("cx_k", sending.GetProperty("apiKey").GetString());
        Assert.Equal($"{server.Http.BaseAddress!.Authority}/v1", sending.GetProperty("apiHost").GetString());
        Assert.Equal("http", sending.GetProperty("protocol").GetString());
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_TLS_the_browser_SDK_is_told_to_send_that_way()
    {
        await using var server = await StartAsync();

        var settings = await WebServer.JsonOf(await server.SendAsync(
            HttpMethod.Get, "/v1/projects/cx_k/settings", key: null, change: request => request.Headers.Add("X-Forwarded-Proto", "https")));

        Assert.Equal("https", settings.GetProperty("integrations").GetProperty("Segment.io").GetProperty("protocol").GetString());
    }

    [Fact]
    public async Task No_request_keeps_bytes()
    {
        await using var server = await StartAsync();

        await PostAsync(server, "/v1/track", """{"userId":"ada","event":"E"}""");
        await PostAsync(server, "/v1/track", """{"event":"E"}""");

        Assert.True(server.HoldsNoBytes());
    }

    [Theory]
    [InlineData("Song Played", "song_played")]
    [InlineData("songPlayed", "song_played")]
    [InlineData("song-played!", "song_played")]
    [InlineData("order completed", "purchase")]
    [InlineData("Identify", "identify_event")]
    [InlineData("Été 2", "été_2")]
    public void Names_become_types(string name, string type) => Assert.Equal(type, SegmentNames.TypeOf(name));

    [Fact]
    public async Task A_track_named_survey_response_is_an_answer()
    {
        await using var server = await StartAsync();

        await PostAsync(server, "/v1/track", """
            {"userId":"ada","event":"Survey Response","messageId":"m","properties":{"survey":"s","metric":"nps","score":9,"comment":"Kind.","response":"r1","revision":2}}
            """);

        var (batch, _) = Assert.Single(server.Runtime.Batches);
        Assert.Equal((9, "Kind.", "r1", 2), (batch.Interactions[0].Answer!.Score, batch.Interactions[0].Answer!.Comment, batch.Interactions[0].Answer!.Response, batch.Interactions[0].Answer!.Revision));
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(new ManualTimeProvider()));

    private static Task<HttpResponseMessage> PostAsync(WebServer server, string path, string body) => server.SendAsync(HttpMethod.Post, path, body);

    private static List<string> Lines(WebServer server) => [.. server.Runtime.Batches.SelectMany(batch => batch.Lines)];

    private static long At(string line) => JsonElement.Parse(line).GetProperty("at").GetInt64();
}
