using System.Net;
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
        var components = document.GetProperty("components");
        Assert.True(components.GetProperty("securitySchemes").TryGetProperty("bearer", out _));
        Assert.Equal(128, components.GetProperty("schemas").GetProperty("Interaction").GetProperty("properties").GetProperty("id").GetProperty("maxLength").GetInt32());
    }

    [Fact]
    public async Task Options_outside_their_bounds_stop_the_start()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.LiveConnectionsMax = 0));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.AdminKey = "short"));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => options.IngestBytesInFlightMax = 1024 * 1024));
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebServer.StartAsync(options => (options.LivePeriodMs, options.LiveRefreshMs) = (500, 200)));
    }
}
