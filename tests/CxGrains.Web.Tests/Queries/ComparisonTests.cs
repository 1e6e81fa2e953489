using System.Net;
using CxGrains.Abstractions.Queries;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Queries;

public sealed class ComparisonTests
{
    private static readonly DateTimeOffset EndOfJune = new(2025, 6, 30, 23, 59, 59, 999, TimeSpan.Zero);

    [Fact]
    public async Task A_comparison_is_asked_as_the_parameters_say()
    {
        await using var server = await WebServer.StartAsync();

        await server.SendAsync(HttpMethod.Get, "/api/v1/surveys/known/comparison?window=7d&asOf=2025-06-30&against=2025-06-30");
        Assert.Equal(new ComparisonQuery { Survey = "known", WindowDays = 7, AsOf = EndOfJune, Against = EndOfJune }, server.Queries.AskedComparison);

        await server.SendAsync(HttpMethod.Get, "/api/v1/surveys/a%2Fb/comparison?segment=vip&with=new");
        Assert.Equal(new ComparisonQuery { Survey = "a/b", WindowDays = 30, Segment = "vip", With = "new" }, server.Queries.AskedComparison);
    }

    [Fact]
    public async Task Comments_are_asked_as_the_parameters_say()
    {
        await using var server = await WebServer.StartAsync();

        await server.SendAsync(HttpMethod.Get, "/api/v1/surveys/known/comments?window=90d&asOf=2025-06-30&category=detractor&channel=web&q=slow&limit=200");

        Assert.Equal(
            new CommentQuery { Survey = "known", WindowDays = 90, AsOf = EndOfJune, Category = "detractor", Channel = "web", Search = "slow", Limit = 200 },
            server.Queries.AskedComments);
    }

    [Theory]
    [InlineData("segments/known/overlap?with=vip", """{"first":"known","second":"vip","both":1,"onlyFirst":2,"onlySecond":3,"customers":10}""")]
    [InlineData(
        "surveys/known/comparison",
        """
        {"survey":"known","metric":"nps","basis":"allAnswers","first":{"from":"2026-01-01","to":"2026-01-30"},"second":{"from":"2026-01-01","to":"2026-01-30"},
        "change":{"status":"notEnoughData","words":"Not enough answers to tell."}}
        """)]
    [InlineData(
        "surveys/known/segments?window=7d",
        """{"survey":"known","metric":"nps","basis":"latestOfMembers","windowDays":7,"segments":[{"id":"vip","name":"VIP","members":3}]}""")]
    [InlineData("surveys/known/comments", """{"survey":"known","total":0,"isComplete":true,"comments":[]}""")]
    public async Task The_views_answer(string path, string view)
    {
        await using var server = await WebServer.StartAsync();

        var text = await (await server.SendAsync(HttpMethod.Get, $"/api/v1/{path}")).Content.ReadAsStringAsync();

        Assert.Equal(view.ReplaceLineEndings(""), text);
    }

    [Theory]
    [InlineData("segments/known/overlap", "with")]
    [InlineData("surveys/known/comparison?with=vip", "with")]
    [InlineData("surveys/known/comparison?segment=vip&against=2025-06-30", "against")]
    [InlineData("surveys/known/comparison?window=0d", "window")]
    [InlineData("surveys/known/segments?segment=vip", "segment")]
    [InlineData("surveys/known/comments?category=angry", "category")]
    [InlineData("surveys/known/comments?limit=201", "limit")]
    public async Task A_bad_parameter_is_named(string path, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Get, $"/api/v1/{path}"));
    }

    [Theory]
    [InlineData("segments/none/overlap?with=vip", "segment")]
    [InlineData("surveys/none/comparison", "survey")]
    [InlineData("surveys/none/segments", "survey")]
    [InlineData("surveys/none/comments", "survey")]
    public async Task What_does_not_exist_is_a_problem(string path, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, field, await server.SendAsync(HttpMethod.Get, $"/api/v1/{path}"));
    }
}
