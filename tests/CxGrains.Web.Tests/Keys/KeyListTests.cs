using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Keys;

public sealed class KeyListTests
{
    private const string Keys = "/api/v1/keys";

    [Fact]
    public async Task Keys_are_listed_without_what_opens()
    {
        await using var server = await WebServer.StartAsync();
        var created = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, Keys, """{"name":"shop","scopes":["ingest"]}"""));
        var secret = created.GetProperty("key").GetString()!;

        var response = await server.SendAsync(HttpMethod.Get, Keys);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var listed = (await WebServer.JsonOf(response)).GetProperty("keys");
        Assert.Equal(["first key", "shop"], listed.EnumerateArray().Select(key => key.GetProperty("name").GetString()));
        var shop = listed[1];
        Assert.Equal(["id", "name", "scopes", "created", "current"], shop.EnumerateObject().Select(member => member.Name));
        Assert.Equal(created.GetProperty("id").GetString(), shop.GetProperty("id").GetString());
        Assert.Equal("ingest", shop.GetProperty("scopes")[0].GetString());
        Assert.Equal(server.Runtime.Find(KeyText.Hash(secret))!.CreatedMs, shop.GetProperty("created").GetDateTimeOffset().ToUnixTimeMilliseconds());
        Assert.Equal([true, false], listed.EnumerateArray().Select(key => key.GetProperty("current").GetBoolean()));
        Assert.DoesNotContain(secret, listed.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(KeyText.Hash(secret), listed.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_neither_does_its_sign_in()
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", Scopes.Read);
        var cookie = Assert.Single((await server.SendAsync(HttpMethod.Post, "/api/v1/session", key: key)).Headers.GetValues("Set-Cookie")).Split(';')[0];

        var response = await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(key)}");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Get, "/api/v1/workspace", key: key)).StatusCode);
        var signedIn = await server.SendAsync(HttpMethod.Get, "/api/v1/workspace", key: null, change: request => request.Headers.Add("Cookie", cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, signedIn.StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "key", await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(key)}"));
    }

    [Fact]
    public async Task The_key_of_a_sign_in_is_the_current_one()
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", Scopes.Admin);
        var cookie = Assert.Single((await server.SendAsync(HttpMethod.Post, "/api/v1/session", key: key)).Headers.GetValues("Set-Cookie")).Split(';')[0];

        var response = await server.SendAsync(HttpMethod.Get, Keys, key: null, change: request => request.Headers.Add("Cookie", cookie));

        var current = Assert.Single((await WebServer.JsonOf(response)).GetProperty("keys").EnumerateArray(), listed => listed.GetProperty("current").GetBoolean());
        Assert.Equal(IdOf(key), current.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_last_admin_key_stays()
    {
        await using var server = await WebServer.StartAsync();
        await server.KeyAsync("default", Scopes.Read | Scopes.Ingest);
        await server.KeyAsync("acme", Scopes.Admin);

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, null, await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(WebServer.AdminKey)}"));
        var second = await server.KeyAsync("default", Scopes.Admin);

        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(WebServer.AdminKey)}", key: second)).StatusCode);
    }

    [Fact]
    public async Task Only_the_installations_own_workspace_reaches_the_keys_of_others()
    {
        await using var server = await WebServer.StartAsync();
        var acme = await server.KeyAsync("acme", Scopes.Admin);
        var shop = await server.KeyAsync("acme", Scopes.Ingest);

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "workspace", await server.SendAsync(HttpMethod.Get, $"{Keys}?workspace=default", key: acme));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "key", await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(WebServer.AdminKey)}", key: acme));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "workspace", await server.SendAsync(HttpMethod.Get, $"{Keys}?workspace=nowhere"));
        Assert.Equal(2, (await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, $"{Keys}?workspace=acme"))).GetProperty("keys").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(HttpMethod.Delete, $"{Keys}/{IdOf(shop)}?workspace=acme")).StatusCode);
        Assert.Null(server.Runtime.Find(KeyText.Hash(shop)));
    }

    private static string IdOf(string key) => KeyText.IdOf(KeyText.Hash(key));
}
