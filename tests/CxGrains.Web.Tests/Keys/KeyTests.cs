using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Keys;

public sealed class KeyTests
{
    private const string Workspace = "/api/v1/workspace";

    [Fact]
    public async Task Without_a_key_the_answer_asks_for_one()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, Workspace, key: null);

        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "Authorization", response);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData("Bearer", "cx_unknown")]
    [InlineData("Bearer", "")]
    [InlineData("Basic", "not base64!")]
    [InlineData("Digest", "whatever")]
    public async Task A_wrong_key_is_refused(string scheme, string value)
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, Workspace, key: null, change: request =>
            request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {value}"));

        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "Authorization", response);
    }

    [Fact]
    public async Task The_key_is_taken_as_basic_user()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, Workspace, key: null, change: request =>
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(WebServer.AdminKey + ":"))));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_key_in_the_query_opens_nothing_but_the_hub()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Get, $"{Workspace}?access_token={WebServer.AdminKey}", key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", Workspace, Scopes.Ingest, "read")]
    [InlineData("PUT", "/api/v1/surveys/s", Scopes.Ingest | Scopes.Read, "manage")]
    [InlineData("PUT", "/api/v1/segments/s", Scopes.Read, "manage")]
    [InlineData("POST", "/api/v1/keys", Scopes.Read, "admin")]
    [InlineData("GET", "/api/v1/keys", Scopes.Read, "admin")]
    [InlineData("DELETE", "/api/v1/keys/1", Scopes.Read, "admin")]
    [InlineData("POST", "/api/v1/workspaces", Scopes.Ingest, "admin")]
    public async Task Each_door_names_the_scope_it_needs(string method, string path, Scopes scopes, string needed)
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", scopes);

        var response = await server.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}", key);

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "scopes", response);
        Assert.EndsWith($"scope {needed}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_created_key_is_shown_once_works_and_is_stored_hashed()
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", """{"id":"acme","name":"Acme"}""")).StatusCode);

        var response = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", """{"workspace":"acme","name":"page","scopes":["read"]}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var key = (await WebServer.JsonOf(response)).GetProperty("key").GetString()!;
        Assert.StartsWith("cx_", key, StringComparison.Ordinal);
        Assert.Equal(new KeyRecord(KeyText.Hash(key), "acme", Scopes.Read, "page", server.Runtime.Find(KeyText.Hash(key))!.CreatedMs), server.Runtime.Find(KeyText.Hash(key)));
        var view = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Workspace, key: key));
        Assert.Equal("acme", view.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Another_workspaces_admin_key_reaches_no_other_workspace()
    {
        await using var server = await WebServer.StartAsync();
        var admin = await server.KeyAsync("acme", Scopes.Admin);
        server.Queries.Customers.Add(("default", "ada"));

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", """{"id":"b"}""", admin));
        await ProblemAssert.IsAsync(
            HttpStatusCode.Forbidden, "workspace", await server.SendAsync(HttpMethod.Post, "/api/v1/keys", """{"workspace":"default","name":"k","scopes":["read"]}""", admin));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "customer", await server.SendAsync(HttpMethod.Get, "/api/v1/customers/ada", key: admin));
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "/api/v1/customers/ada")).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"k","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"k","scopes":["root"]}""", "scopes[0]")]
    [InlineData("""{"scopes":["read"]}""", "name")]
    [InlineData("""{"workspace":"nowhere","name":"k","scopes":["read"]}""", "workspace")]
    [InlineData("""{"name":"k","scopes":["read"],"scope":1}""", "body")]
    [InlineData("""{"name":"k",""", "body")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"name":"\ud800","scopes":["read"]}""", "name")]
    public async Task A_bad_key_request_names_the_field(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Post, "/api/v1/keys", body));
    }

    [Fact]
    public async Task A_workspace_is_created_once()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, null, await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", """{"id":"default"}"""));
    }

    [Fact]
    public async Task The_first_key_is_made_and_shown_where_none_is_set()
    {
        var sink = new FirstKeyBox();
        await using var server = await WebServer.StartAsync(options => options.AdminKey = null, sink);

        var response = await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", """{"id":"acme"}""", Assert.Single(sink.Shown));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task A_set_first_key_is_not_shown()
    {
        var sink = new FirstKeyBox();
        await using var server = await WebServer.StartAsync(sink: sink);

        Assert.Empty(sink.Shown);
    }

    [Fact]
    public async Task The_first_key_is_not_made_where_the_port_is_taken()
    {
        await using var first = await WebServer.StartAsync();
        var sink = new FirstKeyBox();

        await Assert.ThrowsAsync<IOException>(() => WebServer.StartAsync(options => options.AdminKey = null, sink, first.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)));

        Assert.Empty(sink.Shown);
    }

    private sealed class FirstKeyBox : IFirstKeySink
    {
        public List<string> Shown { get; } = [];

        public void Show(string key) => Shown.Add(key);
    }
}
