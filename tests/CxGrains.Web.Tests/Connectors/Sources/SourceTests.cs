using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Connectors.Sources;

public sealed class SourceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Each_channel_and_tool_is_listed_with_volume_freshness_and_bad_share()
    {
        await using var server = await StartAsync();
        await SendAsync(server, """[{"customer":"a","type":"visit","channel":"web"},{"customer":"b","type":"visit","channel":"web"},{"customer":"c","type":"visit"},{"type":"visit"}]""");
        _clock.Advance(TimeSpan.FromHours(30));
        await SendAsync(server, """{"customer":"a","type":"visit","channel":"web"}""");
        await server.SendAsync(HttpMethod.Post, "/v1/batch", """{"batch":[{"type":"track","userId":"a","event":"E"},{"type":"track"},{"type":"track"},{"type":"track"}]}""");
        await server.SendAsync(HttpMethod.Post, "/api/v1/connections", """{"id":"quiet","kind":"generic","name":"Quiet"}""");

        var list = await ListAsync(server);

        var sources = list.GetProperty("sources").EnumerateArray().ToDictionary(source => source.GetProperty("id").GetString()!);
        Assert.Equal(["api/web", "segment", "api", "connection/quiet"], sources.Keys);
        Assert.Equal((1, 3), (Number(sources["api/web"], "last24h"), Number(sources["api/web"], "last7d")));
        Assert.Equal("2025-06-02T18:00:00+00:00", sources["api/web"].GetProperty("lastAt").GetString());
        Assert.Equal((1, 1, 0.5), (Number(sources["api"], "last7d"), Number(sources["api"], "bad7d"), sources["api"].GetProperty("badShare").GetDouble()));
        Assert.Equal(0.75, sources["segment"].GetProperty("badShare").GetDouble());
        Assert.Equal(("generic", "Quiet", 0), (sources["connection/quiet"].GetProperty("kind").GetString(), sources["connection/quiet"].GetProperty("name").GetString(), Number(sources["connection/quiet"], "last7d")));
        Assert.False(sources["connection/quiet"].TryGetProperty("lastAt", out _));
        Assert.Equal(
            ["cloudevents", "delighted", "formbricks", "intercom", "surveymonkey", "typeform", "zendesk"],
            list.GetProperty("notConnected").EnumerateArray().Select(kind => kind.GetString()));
    }

    [Fact]
    public async Task What_was_counted_is_stored_once_and_added_to_what_others_stored()
    {
        await using var server = await StartAsync();
        var meter = server.Service<SourceMeter>();
        var other = new SourceMeter(server.Storage, _clock);
        meter.Count("default", "segment", 3, 1);
        other.Count("default", "segment", 5, 0);

        await meter.StoreAsync(CancellationToken.None);
        await meter.StoreAsync(CancellationToken.None);
        await other.StoreAsync(CancellationToken.None);
        meter.Count("default", "segment", 1, 0);

        var source = (await ListAsync(server)).GetProperty("sources")[0];
        Assert.Equal((9, 1), (Number(source, "last7d"), Number(source, "bad7d")));
    }

    [Fact]
    public async Task After_a_week_it_is_forgotten()
    {
        await using var server = await StartAsync();
        var meter = server.Service<SourceMeter>();
        meter.Count("default", "segment", 3, 0);
        _clock.Advance(TimeSpan.FromDays(7));
        await meter.StoreAsync(CancellationToken.None);

        Assert.Equal(0, Number((await ListAsync(server)).GetProperty("sources")[0], "last7d"));
        Assert.DoesNotContain("[3,0]", (await server.Storage.FindAsync("default", "source", "segment", default))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_without_number_do_not_fill_the_memory()
    {
        await using var server = await StartAsync();
        var meter = server.Service<SourceMeter>();
        for (var i = 0; i < 2 * SourceMeter.ChannelsMax; i++)
        {
            meter.Count("default", $"api/{i}", 1, 0);
        }

        var sources = await meter.OfAsync("default", CancellationToken.None);
        Assert.Equal(SourceMeter.ChannelsMax, sources.Count);
        Assert.Equal(SourceMeter.ChannelsMax + 1, sources["api/other"].Of(_clock.GetUtcNow().ToUnixTimeMilliseconds(), 1).Good);
    }

    [Fact]
    public async Task Channels_that_another_process_stored_count_towards_the_limit()
    {
        await using var server = await StartAsync();
        var before = new SourceMeter(server.Storage, _clock);
        for (var i = 0; i < SourceMeter.ChannelsMax - 1; i++)
        {
            before.Count("default", $"api/{i}", 1, 0);
        }

        await before.StoreAsync(CancellationToken.None);
        var meter = server.Service<SourceMeter>();
        meter.Count("default", "api/0", 1, 0);
        meter.Count("default", "api/new", 1, 0);
        await meter.StoreAsync(CancellationToken.None);
        meter.Count("default", "api/newer", 1, 0);
        await meter.StoreAsync(CancellationToken.None);

        var stored = await server.Storage.OfAsync("default", SourceMeter.DocumentKind, CancellationToken.None);
        Assert.Equal(SourceMeter.ChannelsMax, stored.Count);
        Assert.Equal((2, 2), (GoodOf(stored, "api/0"), GoodOf(stored, "api/other")));
    }

    [Fact]
    public async Task Connections_and_tools_are_told_apart_however_many_channels_there_are()
    {
        await using var server = await StartAsync();
        var meter = server.Service<SourceMeter>();
        for (var i = 0; i < SourceMeter.ChannelsMax; i++)
        {
            meter.Count("default", $"api/{i}", 1, 0);
        }

        meter.Count("default", "segment", 1, 0);
        meter.Count("default", "connection/shop", 1, 0);
        await meter.StoreAsync(CancellationToken.None);

        var sources = await meter.OfAsync("default", CancellationToken.None);
        Assert.Contains("segment", sources.Keys);
        Assert.Contains("connection/shop", sources.Keys);
    }

    [Fact]
    public async Task What_cannot_be_stored_stays_counted_and_keeps_nothing_from_the_rest()
    {
        await using var server = await StartAsync();
        var meter = server.Service<SourceMeter>();
        for (var i = 0; i < IDocuments.DocumentsMax; i++)
        {
            var tally = new SourceTally();
            await server.Storage.PutAsync(new StoredDocument("default", SourceMeter.DocumentKind, $"connection/{i}", null, tally.ToJson(0), 0), 0, CancellationToken.None);
        }

        meter.Count("default", "connection/one-too-many", 1, 0);
        meter.Count("default", "connection/1", 1, 0);
        await Assert.ThrowsAsync<InvalidFieldException>(async () => await meter.StoreAsync(CancellationToken.None));

        Assert.Equal(1, GoodOf(await server.Storage.OfAsync("default", SourceMeter.DocumentKind, CancellationToken.None), "connection/1"));
        Assert.Equal(1, Good((await meter.OfAsync("default", CancellationToken.None))["connection/one-too-many"]));
    }

    private long GoodOf(IReadOnlyList<StoredDocument> stored, string id) => Good(SourceTally.FromJson(stored.Single(document => document.Id == id).Json));

    private long Good(SourceTally tally) => tally.Of(_clock.GetUtcNow().ToUnixTimeMilliseconds(), 1).Good;

    private static long Number(JsonElement source, string name) => source.GetProperty(name).GetInt64();

    private static async Task<JsonElement> ListAsync(WebServer server) => await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, "/api/v1/sources"));

    private static Task SendAsync(WebServer server, string body) => server.SendAsync(HttpMethod.Post, "/api/v1/interactions", body);

    private Task<WebServer> StartAsync() => WebServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(_clock));
}
