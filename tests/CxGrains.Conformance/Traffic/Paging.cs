using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;

namespace CxGrains.Conformance.Traffic;

/// <summary>Reads a whole list, page after page.</summary>
internal static class Paging
{
    public static async Task<IReadOnlyList<CustomerRow>> AllAsync(IQueries queries, string workspace, CustomerQuery query)
    {
        var rows = new List<CustomerRow>();
        var cursor = query.Cursor;
        do
        {
            var page = await queries.CustomersAsync(workspace, query with { Cursor = cursor }, CancellationToken.None);
            rows.AddRange(page.Customers);
            cursor = page.Next;
        }
        while (cursor is not null);

        return rows;
    }

    public static async Task<IReadOnlyList<AccountRow>> AllAccountsAsync(IQueries queries, string workspace, AccountQuery query)
    {
        var rows = new List<AccountRow>();
        var cursor = query.Cursor;
        do
        {
            var page = await queries.AccountsAsync(workspace, query with { Cursor = cursor }, CancellationToken.None);
            rows.AddRange(page.Accounts);
            cursor = page.Next;
        }
        while (cursor is not null);

        return rows;
    }
}
