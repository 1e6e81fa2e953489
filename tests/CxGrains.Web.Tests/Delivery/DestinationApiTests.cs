using System.Net;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Delivery;
using CxGrains.Web.Tests.Delivery.Support;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Delivery;

public class DestinationApiTests
{
    private const string Path = "/api/v1/destinations/hook";
    private const string Body = """{"kind":"webhook","url":"https://example.com/hooks","severity":"warning"}""";

    [Fact]
    public async Task A_new_webhook_shows_its_secret_once()
    {
        await using var server = await WebServer.StartAsync();

        using var created = await server.SendAsync(HttpMethod.Put, Path, Body);
        var view = await WebServer.JsonOf(created);
        using var read = await server.SendAsync(HttpMethod.Get, Path);
        using var changed = await server.SendAsync(HttpMethod.Put, Path, """{"name":"On call"}""");

        Assert.Equal((HttpStatusCode.Created, "\"1\"", Path), (created.StatusCode, created.Headers.ETag!.Tag, created.Headers.Location!.OriginalString));
        Assert.StartsWith("whsec_", view.GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var now = await WebServer.JsonOf(changed);
        Assert.Equal(
            ("On call", "webhook", "https://example.com/hooks", "warning", true, 1),
            (now.GetProperty("name").GetString(), now.GetProperty("kind").GetString(), now.GetProperty("url").GetString(), now.GetProperty("severity").GetString(),
                now.GetProperty("enabled").GetBoolean(), now.GetProperty("secrets").GetInt32()));
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Another_secret_signs_beside_the_first()
    {
        await using var server = await WebServer.StartAsync();
        using var created = await server.SendAsync(HttpMethod.Put, Path, Body);

        using var rotated = await server.SendAsync(HttpMethod.Post, $"{Path}/rotate");

        var view = await WebServer.JsonOf(rotated);
        Assert.Equal(2, view.GetProperty("secrets").GetInt32());
        Assert.NotEqual((await WebServer.JsonOf(created)).GetProperty("secret").GetString(), view.GetProperty("secret").GetString());
    }

    [Fact]
    public async Task The_address_of_a_channel_is_a_secret_and_never_shown()
    {
        await using var server = await WebServer.StartAsync();

        using var created = await server.SendAsync(HttpMethod.Put, Path, """{"kind":"slack","url":"https://hooks.slack.com/services/T0/B0/very-secret"}""");

        var text = await created.Content.ReadAsStringAsync();
        Assert.DoesNotContain("very-secret", text, StringComparison.Ordinal);
        Assert.Equal("https://hooks.slack.com/…", JsonElement.Parse(text).GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_change_of_another_version_is_refused()
    {
        await using var server = await WebServer.StartAsync();
        using var created = await server.SendAsync(HttpMethod.Put, Path, Body);

        using var late = await server.SendAsync(HttpMethod.Put, Path, """{"name":"x"}""", change: request => request.Headers.Add("If-Match", "\"7\""));
        using var again = await server.SendAsync(HttpMethod.Put, Path, Body, change: request => request.Headers.Add("If-None-Match", "*"));
        using var removed = await server.SendAsync(HttpMethod.Delete, Path, change: request => request.Headers.Add("If-Match", "\"1\""));
        using var gone = await server.SendAsync(HttpMethod.Get, Path);

        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            [late.StatusCode, again.StatusCode, removed.StatusCode, gone.StatusCode]);
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/"}""", "kind")]
    [InlineData("""{"kind":"pigeon"}""", "kind")]
    [InlineData("""{"kind":"email","addresses":["a@example.com"]}""", "kind")]
    [InlineData("""{"kind":"webhook"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"ftp://example.com/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"http://example.com/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://user:secret@example.com/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"/hooks"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","severity":"huge"}""", "severity")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","enabled":"yes"}""", "enabled")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","color":"red"}""", "body")]
    public async Task What_is_wrong_with_a_destination_is_named(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Put, Path, body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, (await WebServer.JsonOf(answer)).GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Only_an_admin_of_the_workspace_sees_destinations()
    {
        await using var server = await WebServer.StartAsync();
        using var created = await server.SendAsync(HttpMethod.Put, Path, Body);
        var reader = await server.KeyAsync("default", Scopes.Read);
        var other = await server.KeyAsync("other", Scopes.Admin);

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "/api/v1/destinations"), (HttpMethod.Get, Path), (HttpMethod.Get, $"{Path}/deliveries"), (HttpMethod.Post, $"{Path}/test"),
            (HttpMethod.Post, $"{Path}/replay"), (HttpMethod.Post, $"{Path}/rotate"), (HttpMethod.Delete, Path), (HttpMethod.Post, "/api/v1/deliveries/msg_1/replay"),
        })
        {
            using var byReader = await server.SendAsync(method, path, key: reader);
            Assert.Equal(HttpStatusCode.Forbidden, byReader.StatusCode);
            using var byOther = await server.SendAsync(method, path, key: other);
            Assert.Equal(path == "/api/v1/destinations" ? HttpStatusCode.OK : HttpStatusCode.NotFound, byOther.StatusCode);
            Assert.DoesNotContain("example.com", await byOther.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_test_goes_the_way_of_an_alert_and_shows_in_the_deliveries()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async context =>
        {
            context.Response.StatusCode = 410;
            await context.Response.Body.WriteAsync("no more"u8.ToArray());
        };
        await using var server = await StartAllowingAsync();
        using var created = await server.SendAsync(HttpMethod.Put, Path, $$"""{"kind":"webhook","url":"{{receiver.Url}}","severity":"critical"}""");

        using var accepted = await server.SendAsync(HttpMethod.Post, $"{Path}/test");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var id = (await WebServer.JsonOf(accepted)).GetProperty("id").GetString();
        var dead = await UntilAsync(server, "dead");

        Assert.Equal("test", receiver.Requests.Single().Json.GetProperty("type").GetString());
        Assert.Equal((id, id), (receiver.Requests.Single().Id, dead.GetProperty("id").GetString()));
        var attempt = Assert.Single(dead.GetProperty("attempts").EnumerateArray());
        Assert.Equal((410, "no more", $"{id}.1"), (attempt.GetProperty("status").GetInt32(), attempt.GetProperty("excerpt").GetString(), attempt.GetProperty("requestId").GetString()));
        using var disabled = await server.SendAsync(HttpMethod.Post, $"{Path}/test");
        Assert.Equal(HttpStatusCode.Conflict, disabled.StatusCode);

        receiver.AnswerWith(200);
        using var replayed = await server.SendAsync(HttpMethod.Post, $"/api/v1/deliveries/{id}/replay");
        using var enabled = await server.SendAsync(HttpMethod.Put, Path, """{"enabled":true}""");
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (replayed.StatusCode, enabled.StatusCode));
        await UntilAsync(server, "delivered");
        using var twice = await server.SendAsync(HttpMethod.Post, $"/api/v1/deliveries/{id}/replay");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Deliveries_come_in_pages()
    {
        await using var server = await WebServer.StartAsync();
        using var created = await server.SendAsync(HttpMethod.Put, Path, """{"kind":"webhook","url":"https://example.com/","enabled":false}""");
        var outbox = server.Service<IOutbox>();
        for (var i = 0; i < 5; i++)
        {
            await outbox.AddAsync("default", "hook", Notice.Test($"n{i}", i), i, CancellationToken.None);
        }

        var seen = 0;
        for (var cursor = ""; ;)
        {
            using var answer = await server.SendAsync(HttpMethod.Get, $"{Path}/deliveries?limit=2&cursor={cursor}");
            var page = await WebServer.JsonOf(answer);
            seen += page.GetProperty("deliveries").GetArrayLength();
            if (!page.TryGetProperty("next", out var next))
            {
                break;
            }

            cursor = next.GetString();
        }

        Assert.Equal(5, seen);
    }

    private static Task<WebServer> StartAllowingAsync() =>
        WebServer.StartAsync(services: services => services.Configure<DeliveryOptions>(options => options.AllowedNetworks = ["127.0.0.0/8"]));

    private static async Task<JsonElement> UntilAsync(WebServer server, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var answer = await server.SendAsync(HttpMethod.Get, $"{Path}/deliveries?state={state}");
            var deliveries = (await WebServer.JsonOf(answer)).GetProperty("deliveries");
            if (deliveries.GetArrayLength() == 1)
            {
                return deliveries[0];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
