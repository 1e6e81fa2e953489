using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Tests.Users;

/// <summary>Every endpoint, and what each role and each scope may do with it. The table is written by hand, apart from the code's own.</summary>
public sealed class AccessTests
{
    private const Scopes SignedInOnly = Scopes.None;

    private static readonly Dictionary<string, Scopes> Endpoints = new()
    {
        ["POST /api/v1/interactions"] = Scopes.Ingest,
        ["POST /api/v1/cloudevents"] = Scopes.Ingest,
        ["GET /api/v1/workspace"] = Scopes.Read,
        ["GET /api/v1/customers"] = Scopes.Read,
        ["GET /api/v1/customers/{**id}"] = Scopes.Read,
        ["GET /api/v1/accounts"] = Scopes.Read,
        ["GET /api/v1/accounts/{**id}"] = Scopes.Read,
        ["POST /api/v1/segments/count"] = Scopes.Read,
        ["GET /api/v1/segments/{id}/overlap"] = Scopes.Read,
        ["GET /api/v1/surveys/{id}/comparison"] = Scopes.Read,
        ["GET /api/v1/surveys/{id}/segments"] = Scopes.Read,
        ["GET /api/v1/surveys/{id}/comments"] = Scopes.Read,
        ["GET /api/v1/surveys"] = Scopes.Read,
        ["GET /api/v1/surveys/{**id}"] = Scopes.Read,
        ["GET /api/v1/segments"] = Scopes.Read,
        ["GET /api/v1/segments/{**id}"] = Scopes.Read,
        ["GET /api/v1/insights"] = Scopes.Read,
        ["GET /api/v1/model"] = Scopes.Read,
        ["GET /api/v1/alerts"] = Scopes.Read,
        ["GET /api/v1/sources"] = Scopes.Read,
        ["GET /api/v1/settings"] = Scopes.Read,
        ["GET /api/v1/alert-rules"] = Scopes.Read,
        ["GET /api/v1/alert-rules/{**id}"] = Scopes.Read,
        ["POST /api/v1/alert-rules/dry-run"] = Scopes.Read,
        ["GET /api/v1/customers/{id}/consent"] = Scopes.Read,
        ["POST /api/v1/alerts/{id}/take"] = Scopes.Handle,
        ["POST /api/v1/alerts/{id}/snooze"] = Scopes.Handle,
        ["POST /api/v1/alerts/{id}/resolve"] = Scopes.Handle,
        ["PUT /api/v1/surveys/{**id}"] = Scopes.Manage,
        ["PUT /api/v1/segments/{**id}"] = Scopes.Manage,
        ["PUT /api/v1/settings"] = Scopes.Manage,
        ["PUT /api/v1/alert-rules/{**id}"] = Scopes.Manage,
        ["DELETE /api/v1/alert-rules/{**id}"] = Scopes.Manage,
        ["PUT /api/v1/customers/{id}/consent"] = Scopes.Manage,
        ["GET /api/v1/destinations"] = Scopes.Manage,
        ["GET /api/v1/destinations/{id}"] = Scopes.Manage,
        ["PUT /api/v1/destinations/{id}"] = Scopes.Manage,
        ["DELETE /api/v1/destinations/{id}"] = Scopes.Manage,
        ["POST /api/v1/destinations/{id}/rotate"] = Scopes.Manage,
        ["POST /api/v1/destinations/{id}/test"] = Scopes.Manage,
        ["GET /api/v1/destinations/{id}/deliveries"] = Scopes.Manage,
        ["POST /api/v1/destinations/{id}/replay"] = Scopes.Manage,
        ["POST /api/v1/deliveries/{id}/replay"] = Scopes.Manage,
        ["GET /api/v1/reports"] = Scopes.Manage,
        ["GET /api/v1/reports/{id}"] = Scopes.Manage,
        ["PUT /api/v1/reports/{id}"] = Scopes.Manage,
        ["DELETE /api/v1/reports/{id}"] = Scopes.Manage,
        ["POST /api/v1/reports/{id}/issue"] = Scopes.Manage,
        ["GET /api/v1/reports/{id}/issues"] = Scopes.Manage,
        ["DELETE /api/v1/reports/{id}/issues/{issue}"] = Scopes.Manage,
        ["GET /api/v1/wall-links"] = Scopes.Manage,
        ["POST /api/v1/wall-links"] = Scopes.Manage,
        ["DELETE /api/v1/wall-links/{id}"] = Scopes.Manage,
        ["GET /api/v1/connections"] = Scopes.Admin,
        ["POST /api/v1/connections"] = Scopes.Admin,
        ["GET /api/v1/connections/{id}"] = Scopes.Admin,
        ["PUT /api/v1/connections/{id}"] = Scopes.Admin,
        ["DELETE /api/v1/connections/{id}"] = Scopes.Admin,
        ["GET /api/v1/quarantine"] = Scopes.Admin,
        ["DELETE /api/v1/quarantine"] = Scopes.Admin,
        ["POST /api/v1/quarantine/replay"] = Scopes.Admin,
        ["POST /api/v1/quarantine/{id:long}/replay"] = Scopes.Admin,
        ["DELETE /api/v1/quarantine/{id:long}"] = Scopes.Admin,
        ["DELETE /api/v1/customers/{**id}"] = Scopes.Admin,
        ["GET /api/v1/customers/{id}/export"] = Scopes.Admin,
        ["GET /api/v1/audit"] = Scopes.Admin,
        ["POST /api/v1/workspaces"] = Scopes.Admin,
        ["GET /api/v1/keys"] = Scopes.Admin,
        ["POST /api/v1/keys"] = Scopes.Admin,
        ["DELETE /api/v1/keys/{id}"] = Scopes.Admin,
        ["GET /api/v1/users"] = Scopes.Admin,
        ["GET /api/v1/users/{name}"] = Scopes.Admin,
        ["PUT /api/v1/users/{name}"] = Scopes.Admin,
        ["DELETE /api/v1/users/{name}"] = Scopes.Admin,
        ["POST /api/v1/users/{name}/password"] = Scopes.Admin,
        ["POST /api/v1/users/{name}/sign-out-everywhere"] = Scopes.Admin,
        ["POST /api/v1/move"] = Scopes.Admin,
        ["POST /api/v1/session/password"] = SignedInOnly,
        ["POST /api/v1/session/sign-out-everywhere"] = SignedInOnly,
    };

    private static readonly Dictionary<UserRole, Scopes> Allowed = new()
    {
        [UserRole.Viewer] = Scopes.Read,
        [UserRole.Agent] = Scopes.Read | Scopes.Handle,
        [UserRole.Manager] = Scopes.Read | Scopes.Handle | Scopes.Manage,
        [UserRole.Administrator] = Scopes.Ingest | Scopes.Read | Scopes.Handle | Scopes.Manage | Scopes.Admin,
    };

    [Fact]
    public async Task The_table_knows_every_endpoint_that_asks_who_is_there()
    {
        await using var server = await WebServer.StartAsync();

        var guarded = server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));

        Assert.Equal(Endpoints.Keys.Order(StringComparer.Ordinal), guarded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_else_is_open_but_what_is_meant_to_be()
    {
        await using var server = await WebServer.StartAsync();

        var open = server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/') is { } path && (path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("hubs/", StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));

        Assert.Equal(["DELETE /api/v1/session", "GET /api/v1/session", "OPTIONS /api/v1/cloudevents", "POST /api/v1/session", "POST /api/v1/session/wall"], open.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(nameof(UserRole.Viewer))]
    [InlineData(nameof(UserRole.Agent))]
    [InlineData(nameof(UserRole.Manager))]
    [InlineData(nameof(UserRole.Administrator))]
    public async Task Each_role_is_let_in_where_it_may_go_and_nowhere_else(string name)
    {
        await using var server = await WebServer.StartAsync();
        var role = Enum.Parse<UserRole>(name);
        var cookie = await server.CookieAsync("ann", role);

        foreach (var (endpoint, scope) in Endpoints.OrderBy(entry => entry.Key.EndsWith("sign-out-everywhere", StringComparison.Ordinal)))
        {
            var response = await SendAsync(endpoint, (method, path) => server.SendFromPageAsync(method, path, cookie));
            var may = scope == SignedInOnly || (Allowed[role] & scope) != 0;
            await IsAsync(endpoint, may, scope, response);
        }
    }

    [Theory]
    [InlineData(Scopes.Ingest)]
    [InlineData(Scopes.Read)]
    [InlineData(Scopes.Handle)]
    [InlineData(Scopes.Manage)]
    [InlineData(Scopes.Admin)]
    public async Task A_key_is_let_in_by_its_own_scope_and_admin_everywhere(Scopes scopes)
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", scopes);

        foreach (var (endpoint, scope) in Endpoints.Where(entry => entry.Value != SignedInOnly))
        {
            var response = await SendAsync(endpoint, (method, path) => server.SendAsync(method, path, key: key));
            await IsAsync(endpoint, scopes == Scopes.Admin || scopes == scope, scope, response);
        }
    }

    [Theory]
    [InlineData(Scopes.Ingest, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Handle, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Manage, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Read, HttpStatusCode.OK)]
    [InlineData(Scopes.Admin, HttpStatusCode.OK)]
    public async Task The_live_hub_asks_for_reading(Scopes scopes, HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync();
        var key = await server.KeyAsync("default", scopes);

        Assert.Equal(status, (await server.SendAsync(HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1", key: key)).StatusCode);
    }

    [Fact]
    public async Task Without_a_sign_in_or_a_key_every_endpoint_asks_for_one()
    {
        await using var server = await WebServer.StartAsync();

        foreach (var endpoint in Endpoints.Keys)
        {
            var response = await SendAsync(endpoint, (method, path) => server.SendAsync(method, path, key: null));
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{endpoint} answered {response.StatusCode}");
        }
    }

    private static Task<HttpResponseMessage> SendAsync(string endpoint, Func<HttpMethod, string, Task<HttpResponseMessage>> send)
    {
        var (method, path) = (endpoint[..endpoint.IndexOf(' ', StringComparison.Ordinal)], endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        path = path.Replace("{**id}", "x", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{name}", "nobody", StringComparison.Ordinal);
        return send(new HttpMethod(method), path);
    }

    private static async Task IsAsync(string endpoint, bool may, Scopes scope, HttpResponseMessage response)
    {
        if (may)
        {
            Assert.True(response.StatusCode is not HttpStatusCode.Unauthorized and not HttpStatusCode.Forbidden and not HttpStatusCode.InternalServerError, $"{endpoint} answered {response.StatusCode}");
            return;
        }

        Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{endpoint} answered {response.StatusCode}");
        var problem = await WebServer.JsonOf(response);
        Assert.EndsWith($"the scope {ScopeNames.Of(scope)[0]}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
