using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Runtimes;
using CxGrains.Tests;

namespace CxGrains.Conformance.Traffic;

/// <summary>Everything a workspace shows at one instant. Rate and feed are left out: they tell of the running process, not of the state.</summary>
internal sealed record AllViews(
    WorkspaceView Workspace,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists,
    IReadOnlyDictionary<string, CustomerRow> Rows,
    IReadOnlyDictionary<string, CustomerView?> Customers,
    IReadOnlyDictionary<string, AccountRow> Accounts,
    IReadOnlyDictionary<string, SurveyView?> Surveys,
    IReadOnlyDictionary<string, SegmentView?> Segments,
    AlertPage Open,
    AlertPage AlreadySo)
{
    private static readonly string[] OfTheProcess = ["feed", "interactionsPerSecond"];

    /// <summary>Looks at everything once all is settled.</summary>
    public static async Task<AllViews> OfAsync(IRuntimeUnderTest runtime, string workspace = Client.Workspace)
    {
        await runtime.SettleAsync();
        var queries = runtime.Queries;
        var view = await queries.WorkspaceAsync(workspace, null, CancellationToken.None);
        var lists = new SortedDictionary<string, IReadOnlyList<CustomerRow>>();
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            lists.Add(sort.ToString(), await Paging.AllAsync(queries, workspace, new CustomerQuery { Sort = sort, Limit = CustomerQuery.LimitMax }));
        }

        var ids = lists[nameof(CustomerSort.Name)].Select(row => row.Id).ToList();
        return new AllViews(
            view,

            // Engagement is a sum of fractions: customers that are equally engaged may swap with its last bit.
            lists.Where(list => list.Key != nameof(CustomerSort.Engagement)).ToDictionary(list => list.Key, list => (IReadOnlyList<string>)[.. list.Value.Select(row => row.Id)]),
            lists[nameof(CustomerSort.Engagement)].ToDictionary(row => row.Id),
            await EachAsync(ids, id => queries.CustomerAsync(workspace, id, null, CancellationToken.None)),
            (await Paging.AllAccountsAsync(queries, workspace, new AccountQuery { Limit = CustomerQuery.LimitMax })).ToDictionary(row => row.Id),
            await EachAsync(view.Surveys.Select(survey => survey.Id), id => queries.SurveyAsync(workspace, id, 365, null, CancellationToken.None)),
            await EachAsync(view.Segments.Select(segment => segment.Id), id => queries.SegmentAsync(workspace, id, null, CancellationToken.None)),
            await queries.AlertsAsync(workspace, "open", 200, CancellationToken.None),
            await queries.AlertsAsync(workspace, "alreadySo", 200, CancellationToken.None));
    }

    /// <summary>Fails where another look at the same records, in the same order, shows anything else.</summary>
    public void MustEqual(AllViews other) => Sameness.Same(this, other, OfTheProcess);

    /// <summary>Fails where the same records in another order show anything else but the history of bands.</summary>
    public void MustEqualButForOrder(AllViews other)
    {
        // Alerts are that history's other face: when the high risk was learned of, and so whether it was news.
        string[] except = [.. OfTheProcess, .. Sameness.BandHistory, "alerts", "open"];
        Sameness.Same(this, other, except);
    }

    private static async Task<IReadOnlyDictionary<string, T>> EachAsync<T>(IEnumerable<string> ids, Func<string, ValueTask<T>> view)
    {
        var views = new Dictionary<string, T>();
        foreach (var id in ids)
        {
            views.Add(id, await view(id));
        }

        return views;
    }
}
