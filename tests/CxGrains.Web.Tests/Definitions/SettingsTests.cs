using System.Net;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Definitions;

public sealed class SettingsTests
{
    private const string Path = "/api/v1/settings";
    private const string Stages = """[{"id":"look","name":"look","type":"visit"},{"id":"buy","name":"buy","type":"purchase","channel":"web"}]""";

    [Fact]
    public async Task Journeys_and_goals_are_decided_and_shown()
    {
        await using var server = await WebServer.StartAsync();

        var body = $$"""{"journeys":[{"id":"buy","stages":{{Stages}}}],"goals":[{"id":"g","metric":"atRiskPercent","start":9,"target":5,"from":"2026-01-01","by":"2026-06-30"}]}""";
        var put = await server.SendAsync(HttpMethod.Put, Path, body);
        var shown = await (await server.SendAsync(HttpMethod.Get, Path)).Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (put.StatusCode, put.Headers.ETag?.Tag));
        Assert.Contains("\"journeys\":" + $$"""[{"id":"buy","name":"buy","dropDays":30,"stages":{{Stages}},"slot":0,"version":1""", shown, StringComparison.Ordinal);
        Assert.Contains("\"goals\":" + """[{"id":"g","name":"g","metric":"atRiskPercent","target":5,"from":"2026-01-01","by":"2026-06-30","start":9""", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("null", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_was_got_before_anothers_change_is_refused()
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, Path, """{"version":0,"churn":{"horizonDays":60}}""")).StatusCode);

        var stale = await server.SendAsync(HttpMethod.Put, Path, """{"version":0,"churn":{"horizonDays":30}}""");

        await ProblemAssert.IsAsync(HttpStatusCode.PreconditionFailed, "version", stale);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, Path, """{"version":1,"churn":{"horizonDays":30}}""")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "version", await server.SendAsync(HttpMethod.Put, Path, """{"version":"2"}"""));
    }

    [Theory]
    [InlineData("""{"churn":{"horizon":60}}""", "churn.horizon")]
    [InlineData("""{"chrun":{}}""", "chrun")]
    public async Task An_unknown_field_is_named_itself(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Put, Path, body));
    }

    [Fact]
    public async Task A_fault_names_its_path()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Put, Path, """{"journeys":[{"id":"buy","stages":[{"id":"look"}]}]}""");

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "journeys[0].stages[0].type", response);
    }
}
