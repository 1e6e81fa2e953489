using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Segments and windows held against each other.</summary>
public abstract class ComparisonScenarios : RuntimeScenarios
{
    [ScenarioFact]
    public async Task Two_segments_say_whom_they_share()
    {
        var runtime = await StartAsync();
        await DefineGroupsAsync(runtime);
        await SendGroupsAsync(runtime, _ => null);

        var overlap = (await runtime.Queries.OverlapAsync(Client.Workspace, "even", "third", CancellationToken.None))!;
        var itself = (await runtime.Queries.OverlapAsync(Client.Workspace, "even", "even", CancellationToken.None))!;

        // Of 0 to 59: 30 even, 20 thirds, 10 both.
        Assert.Equal(new SegmentOverlapView("even", "third", 10, 20, 10, 60), overlap);
        Assert.Equal(new SegmentOverlapView("even", "even", 30, 0, 0, 60), itself);
        Assert.Null(await runtime.Queries.OverlapAsync(Client.Workspace, "none", "even", CancellationToken.None));
        var error = await Assert.ThrowsAsync<InvalidFieldException>(async () => await runtime.Queries.OverlapAsync(Client.Workspace, "even", "none", CancellationToken.None));
        Assert.Equal("with", error.Field);
    }

    [ScenarioFact]
    public async Task A_window_is_held_against_the_one_before_or_any_other()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(Scores("now", Lines.Noon, 30, 10, 5));
        await client.SendAsync(Scores("before", Lines.Noon.AddDays(-7), 30, 5, 30));
        await client.SendAsync(Scores("long-ago", Lines.Noon.AddDays(-40), 30, 10, 4));
        await runtime.SettleAsync();

        var before = await CompareAsync(runtime, new ComparisonQuery { Survey = "nps", WindowDays = 7 });
        var other = await CompareAsync(runtime, new ComparisonQuery { Survey = "nps", WindowDays = 7, Against = Lines.Noon.AddDays(-39) });

        Assert.Equal((ComparisonBasis.AllAnswers, new DateOnly(2025, 6, 9), new DateOnly(2025, 6, 15)), (before.Basis, before.First.From, before.First.To));
        Assert.Equal((new DateOnly(2025, 6, 2), new DateOnly(2025, 6, 8)), (before.Second.From, before.Second.To));
        Assert.Equal((35, 60, true), (before.Change.Now!.Responses, before.Change.Before!.Responses, before.Change.IsReal));
        Assert.True(before.Change.Difference > before.Change.MarginOfError);
        Assert.Equal((new DateOnly(2025, 5, 1), new DateOnly(2025, 5, 7)), (other.Second.From, other.Second.To));
        Assert.Equal((34, false), (other.Change.Before!.Responses, other.Change.IsReal));
        Assert.Null(await runtime.Queries.CompareAsync(Client.Workspace, new ComparisonQuery { Survey = "none", WindowDays = 7 }, CancellationToken.None));
    }

    [ScenarioFact]
    public async Task Two_segments_are_held_against_each_other_by_their_members_latest_answers()
    {
        var runtime = await StartAsync();
        await DefineGroupsAsync(runtime);
        await SendGroupsAsync(runtime, i => i % 2 == 0 ? 10 : 0);

        // An earlier answer counts no more, and who answered before the window counts not at all.
        await new Client(runtime).SendAsync(Lines.Nps("early", "c0", Lines.Noon.AddDays(-3), 0), Lines.Nps("old", "c1", Lines.Noon.AddDays(-1), 10));
        await runtime.SettleAsync();

        var groups = await CompareAsync(runtime, new ComparisonQuery { Survey = "nps", WindowDays = 7, Segment = "even", With = "third" });
        var all = await CompareAsync(runtime, new ComparisonQuery { Survey = "nps", WindowDays = 7, Segment = "even" });
        var rows = (await runtime.Queries.SurveySegmentsAsync(Client.Workspace, "nps", 7, null, CancellationToken.None))!;

        Assert.Equal((ComparisonBasis.LatestOfMembers, "even", "third"), (groups.Basis, groups.First.Segment, groups.Second.Segment));
        Assert.Equal((100.0, 30, 0.0, 20), (groups.Change.Now!.Score, groups.Change.Now.Responses, groups.Change.Before!.Score, groups.Change.Before.Responses));
        Assert.Equal((100.0, true), (groups.Change.Difference, groups.Change.IsReal));
        Assert.Equal((60, null), (all.Change.Before!.Responses, all.Second.Segment));
        Assert.Equal([("even", 30L, 100.0), ("third", 20L, 0.0)], rows.Segments.Select(row => (row.Id, row.Members, row.Score!.Score)));
        var none = (await runtime.Queries.SurveySegmentsAsync(Client.Workspace, "nps", 7, Lines.Noon.AddDays(-30), CancellationToken.None))!;
        Assert.All(none.Segments, row => Assert.Null(row.Score));
        var error = await Assert.ThrowsAsync<InvalidFieldException>(() => CompareAsync(runtime, new ComparisonQuery { Survey = "nps", WindowDays = 7, Segment = "none" }));
        Assert.Equal("segment", error.Field);
    }

    [ScenarioFact]
    public async Task A_segments_scores_move_with_the_latest_answers_of_those_who_are_in_it()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":true}""");
        await SendGroupsAsync(runtime, i => i < 40 ? 0 : null);
        await new Client(runtime).SendAsync(Enumerable.Range(0, 20).Select(i => Lines.Nps($"early{i}", $"c{40 + i}", Lines.Noon.AddDays(-10), 10)));
        await runtime.SettleAsync();

        var trend = (await runtime.Queries.SegmentAsync(Client.Workspace, "even", null, CancellationToken.None))!.Trend.Nps;

        Assert.Equal(["2025-06-05", "2025-06-06", "2025-06-07", "2025-06-08", "2025-06-09", "2025-06-10", "2025-06-11", "2025-06-12", "2025-06-13", "2025-06-14", "2025-06-15"], trend.Keys.Order());
        Assert.Equal((100.0, 10), (trend["2025-06-05"].Score, trend["2025-06-05"].Responses));
        Assert.Equal((-100.0 / 3, 30), (trend["2025-06-15"].Score, trend["2025-06-15"].Responses));

        // Who answers again counts on that day alone, and who leaves counts no more.
        await new Client(runtime).SendAsync(
            Enumerable.Range(40, 20).Select(i => Lines.Nps($"again{i}", $"c{i}", Lines.Noon, 10))
                .Append(Lines.Of("leaves", "c0", "identify", Lines.Noon, "\"traits\":{\"even\":false}")));
        await runtime.SettleAsync();
        var later = (await runtime.Queries.SegmentAsync(Client.Workspace, "even", null, CancellationToken.None))!.Trend.Nps;
        Assert.Equal(("2025-06-15", 29), (Assert.Single(later).Key, later["2025-06-15"].Responses));
    }

    [ScenarioFact]
    public async Task Comments_are_found_by_category_channel_and_words_also_after_a_restart()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync(
            Lines.Of("t", "ada", "identify", Lines.Noon, "\"traits\":{\"name\":\"Ada L\"}"),
            Lines.Nps("i1", "ada", Lines.Noon, 2, "\"channel\":\"web\",\"comment\":\"Too slow\""),
            Lines.Nps("i2", "bob", Lines.Noon.AddMinutes(1), 3, "\"channel\":\"app\",\"comment\":\"SLOW again\""),
            Lines.Nps("i3", "eve", Lines.Noon.AddMinutes(2), 10, "\"channel\":\"web\",\"comment\":\"Quick\""),
            Lines.Nps("i4", "eve", Lines.Noon.AddDays(-20), 0, "\"comment\":\"slow long ago\""));
        await RestartAsync(runtime);
        await runtime.SettleAsync();

        var all = await CommentsAsync(runtime, query => query);
        var slow = await CommentsAsync(runtime, query => query with { Search = "slow" });
        var web = await CommentsAsync(runtime, query => query with { Category = "detractor", Channel = "web" });
        var one = await CommentsAsync(runtime, query => query with { Limit = 1, WindowDays = 30 });

        Assert.Equal((3, true), (all.Total, all.IsComplete));
        Assert.Equal(["eve", "bob", "ada"], all.Comments.Select(comment => comment.Customer));
        Assert.Equal(["SLOW again", "Too slow"], slow.Comments.Select(comment => comment.Text));
        Assert.Equal(("Ada L", "web"), (Assert.Single(web.Comments).Name, web.Comments[0].Channel));
        Assert.Equal((4, "eve"), (one.Total, Assert.Single(one.Comments).Customer));
        Assert.Null(await runtime.Queries.CommentsAsync(Client.Workspace, new CommentQuery { Survey = "none", WindowDays = 7 }, CancellationToken.None));
    }

    private static async Task<CommentsView> CommentsAsync(IRuntimeUnderTest runtime, Func<CommentQuery, CommentQuery> change) =>
        (await runtime.Queries.CommentsAsync(Client.Workspace, change(new CommentQuery { Survey = "nps", WindowDays = 7 }), CancellationToken.None))!;

    private static async Task<ComparisonView> CompareAsync(IRuntimeUnderTest runtime, ComparisonQuery query) =>
        (await runtime.Queries.CompareAsync(Client.Workspace, query, CancellationToken.None))!;

    private static async Task DefineGroupsAsync(IRuntimeUnderTest runtime)
    {
        await DefineAsync(runtime, "even", """{"field":"trait.even","op":"eq","value":true}""");
        await DefineAsync(runtime, "third", """{"field":"trait.third","op":"eq","value":true}""");
    }

    private static async Task SendGroupsAsync(IRuntimeUnderTest runtime, Func<int, int?> scoreOf)
    {
        var customers = Enumerable.Range(0, 60).ToList();
        var client = new Client(runtime);
        await client.SendAsync(customers.Select(i => Lines.Of(
            $"t{i}", $"c{i}", "identify", Lines.Noon.AddDays(-2), $"\"traits\":{{\"even\":{(i % 2 == 0 ? "true" : "false")},\"third\":{(i % 3 == 0 ? "true" : "false")}}}")));
        await client.SendAsync(customers.Where(i => scoreOf(i) is not null).Select(i => Lines.Nps($"n{i}", $"c{i}", Lines.Noon, scoreOf(i)!.Value)));
        await runtime.SettleAsync();
    }

    // So many customers with one score, and as many with another as the last number says.
    private static IEnumerable<string> Scores(string name, DateTimeOffset at, int promoters, int score, int detractors) =>
        Enumerable.Range(0, promoters).Select(i => Lines.Nps($"{name}-p{i}", $"{name}-p{i}", at, score))
            .Concat(Enumerable.Range(0, detractors).Select(i => Lines.Nps($"{name}-d{i}", $"{name}-d{i}", at, 2)));
}
