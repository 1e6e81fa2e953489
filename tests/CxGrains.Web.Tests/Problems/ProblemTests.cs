using System.Net;
using System.Net.Sockets;
using CxGrains.Abstractions;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Problems;

public sealed class ProblemTests
{
    [Fact]
    public async Task Unknown_routes_and_wrong_methods_are_problems()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, null, await server.SendAsync(HttpMethod.Get, "/api/v1/nothing"));
        var wrong = await server.SendAsync(HttpMethod.Delete, "/api/v1/interactions");
        await ProblemAssert.IsAsync(HttpStatusCode.MethodNotAllowed, null, wrong);
        Assert.Equal(["POST"], wrong.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_failure_tells_nothing_of_the_inside()
    {
        await using var server = await WebServer.StartAsync();
        server.Queries.Fault = new InvalidOperationException("secret");

        var response = await server.SendAsync(HttpMethod.Get, "/api/v1/workspace");

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.InternalServerError, null, response);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_away_for_now_is_told_without_its_cause_and_with_the_time_to_come_again()
    {
        await using var server = await WebServer.StartAsync();
        server.Queries.Fault = new UnavailableException("The database is away", 2, new InvalidOperationException("secret"));

        var response = await server.SendAsync(HttpMethod.Get, "/api/v1/workspace");

        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        var problem = await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, null, response);
        Assert.Equal("The database is away", problem.GetProperty("detail").GetString());
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_follows_the_runtime_and_liveness_does_not()
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "/readyz", key: null)).StatusCode);

        server.Runtime.NotReadyBecause = "partition 3 is recovering";

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, null, await server.SendAsync(HttpMethod.Get, "/readyz", key: null));
        Assert.Equal("partition 3 is recovering", problem.GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "/healthz", key: null)).StatusCode);
    }

    [Fact]
    public async Task The_document_describes_every_path_the_keys_and_the_interaction()
    {
        await using var server = await WebServer.StartAsync();

        var document = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, "/openapi/v1.json", key: null));

        var paths = document.GetProperty("paths");
        var interactions = paths.GetProperty("/api/v1/interactions").GetProperty("post");
        Assert.Equal(
            "#/components/schemas/Interaction",
            interactions.GetProperty("requestBody").GetProperty("content").GetProperty("application/x-ndjson").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.True(interactions.TryGetProperty("security", out _));
        Assert.False(paths.GetProperty("/healthz").GetProperty("get").TryGetProperty("security", out _));
        Assert.Contains(paths.GetProperty("/api/v1/customers").GetProperty("get").GetProperty("parameters").EnumerateArray(), one => one.GetProperty("name").GetString() == "sort");
        var survey = paths.GetProperty("/api/v1/surveys/{id}");
        Assert.Equal(["id", "window", "asOf"], survey.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.True(survey.GetProperty("put").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").TryGetProperty("properties", out _));
        var revoke = paths.GetProperty("/api/v1/keys/{id}").GetProperty("delete");
        Assert.Equal(["id", "workspace"], revoke.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        var components = document.GetProperty("components");
        Assert.True(components.GetProperty("securitySchemes").TryGetProperty("bearer", out _));
        Assert.Equal(128, components.GetProperty("schemas").GetProperty("Interaction").GetProperty("properties").GetProperty("id").GetProperty("maxLength").GetInt32());
    }

    [Fact]
    public async Task Options_outside_their_bounds_stop_the_start()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.LiveConnectionsMax = 0));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => (options.LiveConnectionsMax, options.WebSocketsMax) = (100, 99)));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.BodyBytesMax = 64 * 1024 * 1024 + 1));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.IngestBytesInFlightMax = 1024 * 1024));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => (options.LivePeriodMs, options.LiveRefreshMs) = (500, 200)));
    }

    [Fact]
    public async Task A_first_key_that_is_too_short_is_told_by_the_name_it_is_set_by()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.AdminKey = "short"));

        Assert.Contains("CX_ADMIN_KEY", refused.Message, StringComparison.Ordinal);
        Assert.Contains("16", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "customers?bnd=high", "bnd", "band")]
    [InlineData("GET", "surveys/known?windw=7d", "windw", "window")]
    [InlineData("GET", "surveys?limit=1", "limit", "none")]
    [InlineData("POST", "interactions?imprt=true", "imprt", "import")]
    [InlineData("PUT", "surveys/s?metric=nps", "metric", "none")]
    [InlineData("GET", "session?demo=1", "demo", "none")]
    public async Task A_parameter_that_is_not_known_is_named_with_those_that_are(string method, string path, string field, string known)
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(new HttpMethod(method), $"/api/v1/{path}", method == "GET" ? null : """{"metric":"nps"}""");

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, response);
        Assert.Contains(known, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(server.Runtime.Of("default").Surveys);
    }

    [Fact]
    public async Task Connections_past_their_limit_are_closed()
    {
        await using var server = await WebServer.StartAsync(options => options.ConnectionsMax = 10);
        var address = server.Http.BaseAddress!;
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 11; i++)
            {
                connections.Add(new TcpClient());
                await connections[i].ConnectAsync(address.Host, address.Port);
            }

            // They are counted in an order of the server's own, so that any one of them may be the one too many.
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var answers = connections.ConvertAll(connection => connection.GetStream().ReadAsync(new byte[1], deadline.Token).AsTask());
            var closed = await Task.WhenAny(answers);
            Assert.Equal(0, await closed);
            Assert.Equal(1, answers.Count(answer => answer.IsCompleted));
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }
}
