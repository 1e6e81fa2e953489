using CxGrains.Abstractions.Queries;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Index;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>
/// A list of accounts. An account's customers live in several partitions, so that no partition can tell which accounts come first: each tells
/// its part of the next accounts by id, the parts are merged, and the first of them are kept. Memory is bounded by a slice of each partition
/// and the page. The cursor holds the instant, so that scores do not move between two pages.
/// </summary>
public sealed class AccountSearch
{
    private readonly AccountQuery _query;
    private readonly CustomerCursor? _after;
    private readonly long _atMs;
    private readonly PriorityQueue<AccountSums, CustomerRank> _first = new(Comparer<CustomerRank>.Create((a, b) => b.CompareTo(a)));
    private long _total;

    private AccountSearch(AccountQuery query, CustomerCursor? after, long atMs)
    {
        _query = query;
        _after = after;
        _atMs = atMs;
    }

    /// <summary>A search.</summary>
    /// <param name="query">Which accounts.</param>
    /// <param name="atMs">The instant, where the cursor brings none.</param>
    /// <exception cref="Domain.InvalidFieldException">The cursor is unknown.</exception>
    public static AccountSearch Of(AccountQuery query, long atMs)
    {
        var after = query.Cursor is { } text ? CustomerCursor.Parse(text) : null;
        return new AccountSearch(query, after, after?.AtMs ?? atMs);
    }

    /// <summary>Looks through one partition's entries, on its worker's thread. Changes nothing of the search.</summary>
    /// <param name="customers">The workspace's customers in the partition.</param>
    /// <param name="from">The id behind which accounts are asked for; null for the first.</param>
    public AccountSlice Run(IEnumerable<CustomerEntry> customers, string? from) =>
        AccountSlice.Of(customers, _query.Search, from, AccountViews.LookAt(_atMs, _query.AsOf is null));

    /// <summary>Takes what the partitions told.</summary>
    /// <returns>The id behind which to ask on; null where that was all.</returns>
    public string? Take(IReadOnlyCollection<AccountSlice> parts)
    {
        var merged = AccountSlice.Merge(parts);
        foreach (var sums in merged.Accounts)
        {
            _total++;
            var rank = RankOf(sums);
            if (_after is null || rank.CompareTo(_after.Rank) > 0)
            {
                _first.Enqueue(sums, rank);
                if (_first.Count > _query.Limit + 1)
                {
                    _first.Dequeue();
                }
            }
        }

        return merged.HasMore ? merged.Accounts[^1].Id : null;
    }

    /// <summary>The page made of all that was taken.</summary>
    public AccountPage ToPage()
    {
        var rows = _first.UnorderedItems.OrderBy(item => item.Priority).Take(_query.Limit).ToList();
        return new AccountPage(
            _total,
            [.. rows.Select(row => AccountViews.RowOf(row.Element, _atMs))],
            _first.Count > _query.Limit ? new CustomerCursor(_atMs, rows[^1].Priority).ToString() : null);
    }

    private CustomerRank RankOf(AccountSums sums)
    {
        var number = _query.Sort switch
        {
            AccountSort.Risk => -(sums.Worst?.Probability ?? -1),
            AccountSort.Value => -(double)sums.Value,
            AccountSort.Customers => -sums.Customers,
            AccountSort.LastSeen => -sums.LastSeenMs,
            AccountSort.Renewal => RenewalOrder(sums),
            _ => 0.0,
        };
        return new CustomerRank(number, _query.Sort == AccountSort.Name ? sums.Id : "", sums.Id, _query.Reverse);
    }

    // Days up to the year 9999 have seven digits: those that are over stand behind all that are ahead, and the unknown behind them.
    private static double RenewalOrder(AccountSums sums)
    {
        const double Over = 1e8;
        const double Unknown = 1e9;
        var past = Math.Max(sums.PastRenewalDay, sums.RenewedDay);
        return sums.NextRenewalDay > 0 ? sums.NextRenewalDay : past > 0 ? Over - past : Unknown;
    }
}
