using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Runtimes;

namespace CxGrains.Conformance.Traffic;

/// <summary>Holds a runtime's views against the recount. The segments are those of <see cref="Scenarios.RuntimeScenarios"/>.</summary>
internal static class RecountComparison
{
    private const int AllDays = 4000;

    public static async Task MustEqualAsync(this Recount recount, IRuntimeUnderTest runtime)
    {
        await runtime.SettleAsync();
        await CustomersMustEqualAsync(recount, runtime);
        await SurveysMustEqualAsync(recount, runtime);
        var queries = runtime.Queries;
        var workspace = await queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal(recount.Customers.Count, workspace.Customers);
        Assert.Equal(recount.Interactions, workspace.Interactions);
        Assert.Equal((recount.Purchases, recount.Revenue), (workspace.Purchases.Count, workspace.Purchases.Total));
        MustEqual(recount.LatestScores("nps", LatestFrom(runtime)), workspace.Nps);
        Assert.Equal(recount.Customers.Count(customer => recount.PurchasesOf(customer) >= 3), await MembersAsync(queries, "buyers"));
        Assert.Equal(recount.LatestScores("nps", DateTimeOffset.MinValue).Count(score => score <= 6), await MembersAsync(queries, "detractors"));
    }

    private static async Task CustomersMustEqualAsync(Recount recount, IRuntimeUnderTest runtime)
    {
        foreach (var customer in recount.Customers)
        {
            var view = (await runtime.Queries.CustomerAsync(Client.Workspace, customer, null, CancellationToken.None))!;
            Assert.Equal(recount.InteractionsOf(customer), view.Interactions);
            Assert.Equal((recount.PurchasesOf(customer), recount.RevenueOf(customer)), (view.Purchases.Count, view.Purchases.Total));
        }
    }

    private static async Task SurveysMustEqualAsync(Recount recount, IRuntimeUnderTest runtime)
    {
        foreach (var id in new[] { "nps", "csat" })
        {
            var survey = (await runtime.Queries.SurveyAsync(Client.Workspace, id, AllDays, null, CancellationToken.None))!;
            var expected = recount.Scores(id);
            Assert.Equal(expected.Values.Sum(), survey.ResponsesAllTime);
            Assert.All(survey.Histogram, bar => Assert.Equal(expected.GetValueOrDefault(int.Parse(bar.Key)), bar.Value));
            Assert.Equal(recount.Sent(id), survey.ResponseRate.Sent);
        }
    }

    private static async Task<long> MembersAsync(Abstractions.Queries.IQueries queries, string segment) =>
        (await queries.SegmentAsync(Client.Workspace, segment, null, CancellationToken.None))!.Members;

    private static DateTimeOffset LatestFrom(IRuntimeUnderTest runtime) => new DateTimeOffset(runtime.Clock.GetUtcNow().Date, TimeSpan.Zero).AddDays(-89);

    private static void MustEqual(IReadOnlyList<int> scores, NpsView nps)
    {
        var promoters = scores.Count(score => score >= 9);
        var detractors = scores.Count(score => score <= 6);
        Assert.Equal((promoters, detractors, scores.Count), (nps.Promoters, nps.Detractors, nps.Responses));
        Assert.Equal(100.0 * (promoters - detractors) / scores.Count, nps.Score!.Value, 9);
    }
}
