using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Alerts;

public sealed class AlertRuleTests
{
    private const string Path = "/api/v1/alert-rules";
    private const string Full =
        """{"name":"VIP quiet","severity":"critical","owner":"Mia","condition":{"type":"noContact","days":14},"filter":{"segment":"vip","valueMin":1000.5,"account":"acme"},"cooldownMinutes":60,"grouping":"account","quietHours":{"from":"22:00","to":"07:30","zone":"Europe/Berlin","criticalPasses":true},"enabled":false}""";

    [Fact]
    public async Task A_workspace_that_decided_nothing_has_the_rule_of_high_risk()
    {
        await using var server = await WebServer.StartAsync();

        var rules = (await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Path))).GetProperty("rules");

        var rule = Assert.Single(rules.EnumerateArray());
        Assert.Equal(("churn-high", "critical"), (rule.GetProperty("id").GetString(), rule.GetProperty("severity").GetString()));
        Assert.Equal("""{"type":"riskBand","band":"high"}""", rule.GetProperty("condition").GetRawText());
    }

    [Fact]
    public async Task A_rule_is_defined_shown_and_deleted()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, "/api/v1/segments/vip", """{"id":"vip","name":"VIP","rule":{"field":"purchases.count","op":"ge","value":3}}""");

        var put = await server.SendAsync(HttpMethod.Put, $"{Path}/vip%2Fquiet", Full);
        var shown = await server.SendAsync(HttpMethod.Get, $"{Path}/vip%2Fquiet");
        var text = await shown.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (put.StatusCode, put.Headers.ETag?.Tag));
        Assert.Equal("\"1\"", shown.Headers.ETag?.Tag);
        Assert.Equal("{\"id\":\"vip/quiet\"," + Full[1..^1] + ",\"version\":1}", text);

        // What is shown may be sent back as it is.
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, $"{Path}/vip%2Fquiet", text)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(HttpMethod.Delete, $"{Path}/vip%2Fquiet")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "rule", await server.SendAsync(HttpMethod.Get, $"{Path}/vip%2Fquiet"));
    }

    [Fact]
    public async Task A_change_that_expects_another_version_is_refused()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, $"{Path}/a", """{"condition":{"type":"complaint"}}""");
        await server.SendAsync(HttpMethod.Put, $"{Path}/a", """{"condition":{"type":"detractor"}}""");

        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
        {
            var response = await server.SendAsync(method, $"{Path}/a", """{"condition":{"type":"complaint"}}""", change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"1\""));
            await ProblemAssert.IsAsync(HttpStatusCode.PreconditionFailed, "If-Match", response);
        }
    }

    [Theory]
    [InlineData("""{}""", "condition")]
    [InlineData("""{"condition":{"type":"nothing"}}""", "condition.type")]
    [InlineData("""{"condition":{"type":"riskBand","band":"low"}}""", "condition.band")]
    [InlineData("""{"condition":{"type":"noContact"}}""", "condition.days")]
    [InlineData("""{"condition":{"type":"noContact","days":0}}""", "condition.days")]
    [InlineData("""{"condition":{"type":"complaint","days":5}}""", "condition.days")]
    [InlineData("""{"condition":{"type":"healthBelow","score":101}}""", "condition.score")]
    [InlineData("""{"condition":{"type":"complaint"},"cooldownMinutes":129601}""", "cooldownMinutes")]
    [InlineData("""{"condition":{"type":"complaint"},"grouping":"account"}""", "cooldownMinutes")]
    [InlineData("""{"condition":{"type":"complaint"},"filter":{"valueMin":-1}}""", "filter.valueMin")]
    [InlineData("""{"condition":{"type":"complaint"},"quietHours":{"from":"22:00","to":"07:00","zone":"Mars/Olympus"}}""", "quietHours.zone")]
    [InlineData("""{"condition":{"type":"complaint"},"quietHours":{"from":"24:00","to":"07:00","zone":"Europe/Berlin"}}""", "quietHours.from")]
    [InlineData("""{"condition":{"type":"complaint"},"quietHours":{"from":"07:00","to":"07:00","zone":"Europe/Berlin"}}""", "quietHours.to")]
    [InlineData("""{"condition":{"type":"complaint"},"enabled":"yes"}""", "enabled")]
    [InlineData("""{"condition":{"type":"complaint"},"id":"other"}""", "id")]
    [InlineData("""{"condition":{"type":"complaint"},"severity":"loud"}""", "severity")]
    [InlineData("""{"condition":{"type":"complaint"},"filter":{"segment":"vip"}}""", "filter.segment")]
    [InlineData("""{"condition":{"type":"surveyMoved"}}""", "condition.survey")]
    [InlineData("""{"condition":{"type":"surveyMoved","survey":"nps"}}""", "condition.survey")]
    [InlineData("""{"condition":{"type":"surveyMoved","survey":"nps","metric":"nps"}}""", "condition.metric")]
    [InlineData("""{"condition":{"type":"surveyMoved","survey":"nps","windowDays":366}}""", "condition.windowDays")]
    [InlineData("""{"condition":{"type":"surveyMoved","survey":"nps","direction":"sideways"}}""", "condition.direction")]
    [InlineData("""{"condition":{"type":"segmentMoved"}}""", "condition.metric")]
    [InlineData("""{"condition":{"type":"segmentMoved","metric":"rating"}}""", "condition.metric")]
    [InlineData("""{"condition":{"type":"segmentMoved","metric":"nps","segment":"vip"}}""", "condition.segment")]
    [InlineData("""{"condition":{"type":"segmentMoved","metric":"nps"},"filter":{"account":"acme"}}""", "filter")]
    [InlineData("""{"condition":{"type":"segmentMoved","metric":"nps"},"grouping":"account","cooldownMinutes":5}""", "grouping")]
    [InlineData("""{"condition":{"type":"goalOffTrack"}}""", "condition.goal")]
    [InlineData("""{"condition":{"type":"goalOffTrack","goal":"g"}}""", "condition.goal")]
    public async Task A_fault_names_its_path(string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Put, $"{Path}/a", body));
    }

    [Fact]
    public async Task A_rule_on_a_score_is_shown_with_what_it_was_not_told()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, "/api/v1/surveys/nps", """{"id":"nps","name":"NPS","metric":"nps"}""");

        var moved = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Put, $"{Path}/fell", """{"condition":{"type":"surveyMoved","survey":"nps"}}"""));
        var all = await WebServer.JsonOf(await server.SendAsync(
            HttpMethod.Put, $"{Path}/all", """{"condition":{"type":"segmentMoved","metric":"csat","direction":"either","windowDays":7}}"""));

        Assert.Equal("""{"type":"surveyMoved","survey":"nps","direction":"down","windowDays":30}""", moved.GetProperty("condition").GetRawText());
        Assert.Equal("""{"type":"segmentMoved","metric":"csat","direction":"either","windowDays":7}""", all.GetProperty("condition").GetRawText());
        var refused = await server.SendAsync(HttpMethod.Put, $"{Path}/a", """{"condition":{"type":"detractor","survey":"csat"}}""");
        Assert.Contains("'csat' is no survey of this workspace; there are 'nps'", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task There_are_at_most_a_hundred()
    {
        await using var server = await WebServer.StartAsync();
        for (var i = 1; i < 100; i++)
        {
            await server.SendAsync(HttpMethod.Put, $"{Path}/r{i}", """{"condition":{"type":"complaint"}}""");
        }

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "id", await server.SendAsync(HttpMethod.Put, $"{Path}/r100", """{"condition":{"type":"complaint"}}"""));
    }

    [Fact]
    public async Task A_rule_is_tried_out_without_being_defined()
    {
        await using var server = await WebServer.StartAsync();
        var reader = await server.KeyAsync("default", Scopes.Read);

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, $"{Path}/dry-run?examples=3", """{"condition":{"type":"complaint"}}""", reader));

        Assert.Equal((1, "Complaint 3"), (answer.GetProperty("count").GetInt32(), answer.GetProperty("examples")[0].GetProperty("reason").GetString()));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "condition.days", await server.SendAsync(HttpMethod.Post, $"{Path}/dry-run", """{"condition":{"type":"noContact"}}""", reader));
        Assert.Single((await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Path))).GetProperty("rules").EnumerateArray());
    }

    [Fact]
    public async Task Readers_see_rules_and_only_admins_change_them()
    {
        await using var server = await WebServer.StartAsync();
        var reader = await server.KeyAsync("default", Scopes.Read);

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, Path, key: reader)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Put, $"{Path}/a", "{}", key: reader)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Delete, $"{Path}/churn-high", key: reader)).StatusCode);
    }
}
