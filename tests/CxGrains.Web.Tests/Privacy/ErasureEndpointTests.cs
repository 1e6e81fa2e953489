using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Privacy;

public sealed class ErasureEndpointTests
{
    [Fact]
    public async Task It_is_an_interaction_like_any_other()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Delete, "/api/v1/customers/ada%2F%22b%22?wait=applied");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True((await WebServer.JsonOf(response)).GetProperty("applied").GetBoolean());
        var erase = Assert.Single(Assert.Single(server.Runtime.Batches).Batch.Interactions);
        Assert.Equal(("ada/\"b\"", "erase"), (erase.Customer, erase.Type));
    }

    [Fact]
    public async Task Only_an_admin_may()
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("acme", Scopes.Read | Scopes.Ingest);

        var response = await server.SendAsync(HttpMethod.Delete, "/api/v1/customers/ada", key: key);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(server.Runtime.Batches);
    }

    [Fact]
    public async Task A_key_that_sends_events_erases_nobody_and_its_other_events_are_taken()
    {
        const string Lines = """[{"customer":"ada","type":"erase"},{"customer":"bob","type":"visit"}]""";
        await using var server = await WebServer.StartAsync();

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", Lines, key: await server.KeyAsync("acme", Scopes.Ingest)));
        await server.SendAsync(HttpMethod.Post, "/api/v1/interactions", Lines);

        var rejection = Assert.Single(answer.GetProperty("rejected").EnumerateArray());
        Assert.Equal((0, "type"), (rejection.GetProperty("index").GetInt32(), rejection.GetProperty("field").GetString()));
        Assert.Contains("admin", rejection.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal([1, 2], server.Runtime.Batches.Select(batch => batch.Lines.Count));
    }
}
