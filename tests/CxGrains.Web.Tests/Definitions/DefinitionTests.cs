using System.Net;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Definitions;

public sealed class DefinitionTests
{
    private const string Survey = "/api/v1/surveys/after%20purchase";
    private const string Segment = "/api/v1/segments/vip";
    private const string Rule = """{"id":"vip","name":"VIP","rule":{"field":"purchases.total","op":"ge","value":1000}}""";

    [Fact]
    public async Task A_survey_is_created_then_changed_with_its_etag()
    {
        await using var server = await WebServer.StartAsync();

        var created = await server.SendAsync(HttpMethod.Put, Survey, """{"id":"after purchase","name":"After purchase","metric":"ces","cesMethod":"agree"}""");
        var changed = await server.SendAsync(HttpMethod.Put, Survey, """{"name":"Effort","metric":"ces"}""", change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"1\""));

        Assert.Equal((HttpStatusCode.Created, "\"1\"", Survey), (created.StatusCode, created.Headers.ETag?.Tag, created.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag?.Tag));
        var survey = server.Runtime.Of("default").Surveys["after purchase"];
        Assert.Equal(("Effort", SurveyMetric.Ces, 7, CesMethod.Agree), (survey.Name, survey.Metric, survey.Scale, survey.CesMethod));
    }

    [Theory]
    [InlineData("If-Match", "\"7\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-None-Match", "*", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "*", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"1\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "W/\"1\"", HttpStatusCode.BadRequest)]
    [InlineData("If-None-Match", "\"1\"", HttpStatusCode.BadRequest)]
    public async Task A_change_finds_what_it_expects_or_is_refused(string header, string value, HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"nps"}""");

        var response = await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"nps","name":"n"}""", change: request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            await ProblemAssert.IsAsync(status, header, response);
        }
    }

    [Fact]
    public async Task A_missing_definition_meets_only_if_none_match()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(
            HttpStatusCode.PreconditionFailed,
            "If-Match",
            await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"nps"}""", change: request => request.Headers.TryAddWithoutValidation("If-Match", "*")));
        var created = await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"nps"}""", change: request => request.Headers.TryAddWithoutValidation("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task Metric_and_scale_never_change()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"csat","scale":7}""");

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, null, await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"csat","scale":5}"""));
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, Survey, """{"metric":"csat","name":"kept scale"}""")).StatusCode);
    }

    [Theory]
    [InlineData("""{}""", "metric")]
    [InlineData("""{"metric":"happiness"}""", "metric")]
    [InlineData("""{"metric":"nps","scale":7}""", "scale")]
    [InlineData("""{"metric":"csat","scale":11}""", "scale")]
    [InlineData("""{"metric":"csat","scale":5.5}""", "scale")]
    [InlineData("""{"metric":"nps","cesMethod":"mean"}""", "cesMethod")]
    [InlineData("""{"metric":"ces","cesMethod":"median"}""", "cesMethod")]
    [InlineData("""{"metric":"nps","id":"other"}""", "id")]
    [InlineData("""{"metric":"nps","name":""}""", "name")]
    [InlineData("""{"metric":"nps","name":7}""", "name")]
    [InlineData("""{"metric":"nps","scael":10}""", "body")]
    public async Task A_bad_survey_names_the_field(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Put, Survey, body));
    }

    [Fact]
    public async Task A_body_must_be_small_and_json()
    {
        await using var server = await WebServer.StartAsync(options => options.DefinitionBytesMax = 4096);

        await ProblemAssert.IsAsync(HttpStatusCode.RequestEntityTooLarge, "body", await server.SendAsync(HttpMethod.Put, Survey, new string(' ', 4097)));
        await ProblemAssert.IsAsync(
            HttpStatusCode.UnsupportedMediaType,
            "Content-Type",
            await server.SendAsync(HttpMethod.Put, Survey, change: request => request.Content = new StringContent("metric: nps", null, "text/yaml")));
    }

    [Fact]
    public async Task A_segment_is_created_then_changed()
    {
        await using var server = await WebServer.StartAsync();

        var created = await server.SendAsync(HttpMethod.Put, Segment, Rule);
        var changed = await server.SendAsync(HttpMethod.Put, Segment, Rule);

        var text = await created.Content.ReadAsStringAsync();
        Assert.True(created.StatusCode == HttpStatusCode.Created, text);
        Assert.Equal(Rule, text);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag?.Tag));
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "rule")]
    [InlineData("""{"rule":{"all":7}}""", "rule.all")]
    public async Task A_bad_rule_names_its_path(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Put, Segment, body));
    }
}
