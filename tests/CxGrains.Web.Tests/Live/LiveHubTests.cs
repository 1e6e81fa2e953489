using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Live;

public sealed class LiveHubTests
{
    private static readonly Topic Workspace = new(TopicKind.Workspace, "");

    [Fact]
    public async Task A_subscriber_gets_a_snapshot_then_deltas()
    {
        await using var server = await StartAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);

        Assert.Null(await client.InvokeAsync("Subscribe", "workspace", null, null));
        var (first, snapshot) = await client.NextAsync();
        server.Queries.Interactions = 5;
        server.Runtime.Change("default", Workspace);
        var (second, delta) = await client.NextAsync();

        Assert.Equal(("snapshot", "delta"), (first, second));
        Assert.Equal("workspace", snapshot.GetProperty("topic").GetString());
        Assert.Equal("default", snapshot.GetProperty("state").GetProperty("id").GetString());
        Assert.Equal(snapshot.GetProperty("epoch").GetString(), delta.GetProperty("epoch").GetString());
        Assert.Equal(snapshot.GetProperty("version").GetInt64(), delta.GetProperty("from").GetInt64());
        Assert.Equal(delta.GetProperty("from").GetInt64() + 1, delta.GetProperty("to").GetInt64());
        var patched = MergePatch.Apply(JsonNode.Parse(snapshot.GetProperty("state").GetRawText()), JsonNode.Parse(delta.GetProperty("patch").GetRawText()));
        Assert.Equal(5, patched!["interactions"]!.GetValue<long>());
    }

    [Fact]
    public async Task Who_is_up_to_date_is_sent_only_what_comes_next()
    {
        await using var server = await StartAsync();
        await using var keeper = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        await keeper.InvokeAsync("Subscribe", "workspace", null, null);
        var (_, known) = await keeper.NextAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);

        await client.InvokeAsync("Subscribe", "workspace", known.GetProperty("epoch").GetString(), known.GetProperty("version").GetInt64());
        server.Queries.Interactions = 7;
        server.Runtime.Change("default", Workspace);

        Assert.Equal("delta", (await client.NextAsync()).Method);
    }

    [Theory]
    [InlineData("other", 1L)]
    [InlineData(null, 1L)]
    [InlineData("SAME", 99L)]
    public async Task Another_epoch_or_an_unknown_version_is_sent_a_snapshot(string? epoch, long version)
    {
        await using var server = await StartAsync();
        await using var keeper = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        await keeper.InvokeAsync("Subscribe", "workspace", null, null);
        var (_, known) = await keeper.NextAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);

        await client.InvokeAsync("Subscribe", "workspace", epoch == "SAME" ? known.GetProperty("epoch").GetString() : epoch, version);

        Assert.Equal("snapshot", (await client.NextAsync()).Method);
    }

    [Fact]
    public async Task An_unknown_customer_becomes_live_when_it_appears()
    {
        await using var server = await StartAsync();
        await using var client = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        await client.InvokeAsync("Subscribe", "customer/ada/b", null, null);
        var (_, missing) = await client.NextAsync();
        Assert.Equal("""{"status":"notFound"}""", missing.GetProperty("state").GetRawText());

        server.Queries.Customers.Add(("default", "ada/b"));
        server.Runtime.Change("default", new Topic(TopicKind.Customer, "ada/b"));

        var (method, delta) = await client.NextAsync();
        Assert.Equal("delta", method);
        Assert.Equal("ada/b", delta.GetProperty("patch").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, delta.GetProperty("patch").GetProperty("status").ValueKind);
    }

    [Fact]
    public async Task A_topic_is_the_keys_workspaces_own()
    {
        await using var server = await StartAsync();
        server.Queries.Customers.Add(("default", "ada"));
        await using var client = await HubClient.ConnectAsync(server, await server.KeyAsync("acme", Scopes.Read));

        await client.InvokeAsync("Subscribe", "customer/ada", null, null);

        Assert.Equal("""{"status":"notFound"}""", (await client.NextAsync()).Argument.GetProperty("state").GetRawText());
    }

    [Fact]
    public async Task Channels_end_with_their_last_subscriber()
    {
        await using var server = await StartAsync();
        await using (var client = await HubClient.ConnectAsync(server, WebServer.AdminKey))
        {
            await client.InvokeAsync("Subscribe", "workspace", null, null);
            await client.InvokeAsync("Subscribe", "alerts", null, null);
            await Eventually.TrueAsync(() => server.Runtime.Watches == 2);
            await client.InvokeAsync("Unsubscribe", "alerts");
            Assert.Equal(1, server.Runtime.Watches);
        }

        await Eventually.TrueAsync(() => server.Runtime.Watches == 0);
    }

    [Fact]
    public async Task Each_limit_is_answered_with_its_name()
    {
        await using var server = await WebServer.StartAsync(options =>
            (options.SubscriptionsPerConnectionMax, options.LiveTopicsMax, options.LiveConnectionsMax) = (2, 3, 2));
        await using var first = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        await using var second = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        await first.InvokeAsync("Subscribe", "customer/1", null, null);
        await first.InvokeAsync("Subscribe", "customer/2", null, null);
        await second.InvokeAsync("Subscribe", "customer/3", null, null);

        Assert.Contains("SubscriptionsPerConnectionMax", await first.InvokeAsync("Subscribe", "workspace", null, null), StringComparison.Ordinal);
        Assert.Contains("LiveTopicsMax", await second.InvokeAsync("Subscribe", "workspace", null, null), StringComparison.Ordinal);
        Assert.Contains("topic", await second.InvokeAsync("Subscribe", "nonsense", null, null), StringComparison.Ordinal);
        await using var third = await HubClient.ConnectAsync(server, WebServer.AdminKey);
        Assert.Contains("LiveConnectionsMax", await third.ClosedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_needs_the_scope_read()
    {
        await using var server = await StartAsync();
        var sender = await server.KeyAsync("default", Scopes.Ingest);

        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.ConnectAsync(server, sender));
        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.ConnectAsync(server, "cx_unknown"));
    }

    [Fact]
    public async Task A_revoked_key_ends_its_connections_and_no_others()
    {
        await using var server = await StartAsync();
        var key = await server.KeyAsync("default", Scopes.Read);
        await using var revoked = await HubClient.ConnectAsync(server, key);
        await using var other = await HubClient.ConnectAsync(server, WebServer.AdminKey);

        await server.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{KeyText.IdOf(KeyText.Hash(key))}");

        var end = await Record.ExceptionAsync(() => revoked.NextAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(end is null or TimeoutException, "the connection goes on");
        Assert.Null(await other.InvokeAsync("Subscribe", "alerts", null, null));
    }

    [Theory]
    [InlineData("http://localhost:1", false)]
    [InlineData("SELF", true)]
    public async Task With_the_cookie_only_the_own_page_may_connect(string origin, bool may)
    {
        await using var server = await StartAsync();
        var signedIn = await server.SendAsync(HttpMethod.Post, "/api/v1/session");
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0];
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin == "SELF" ? server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);
        var uri = new UriBuilder(server.Http.BaseAddress!) { Scheme = "ws", Path = "/hubs/live" }.Uri;

        var fault = await Record.ExceptionAsync(() => socket.ConnectAsync(uri, CancellationToken.None));

        Assert.Equal(may, fault is null);
    }

    // A refresh far away, so that a test sees what it caused itself.
    private static Task<WebServer> StartAsync() => WebServer.StartAsync(options => (options.LivePeriodMs, options.LiveRefreshMs) = (10, 60_000));
}
