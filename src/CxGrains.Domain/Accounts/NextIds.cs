using CxGrains.Domain.Index;

namespace CxGrains.Domain.Accounts;

/// <summary>
/// The ids of the accounts next behind an id: found in one pass that holds twice as many at most. Customers are scored in another, and only
/// those whose account is told of, because a part of very many accounts is asked several times.
/// </summary>
internal sealed class NextIds
{
    private readonly string? _search;
    private readonly string? _after;
    private readonly int _max;
    private HashSet<string> _ids = new(StringComparer.Ordinal);

    // The greatest of them, once there were too many.
    private string? _last;

    private NextIds(string? search, string? after, int max)
    {
        _search = search;
        _after = after;
        _max = max;
    }

    /// <summary>Whether there are ids behind them.</summary>
    public bool HasMore => _last is not null;

    /// <summary>Finds them.</summary>
    /// <param name="customers">The customers; those that lists do not show are passed over.</param>
    /// <param name="search">Text that an id must contain, letter case ignored; null for all.</param>
    /// <param name="after">The id that they are behind; null for the first.</param>
    /// <param name="max">Ids at most, from 1.</param>
    public static NextIds Of(IEnumerable<CustomerEntry> customers, string? search, string? after, int max)
    {
        var next = new NextIds(search, after, max);
        foreach (var entry in customers)
        {
            if (entry is { IsListed: true, Account: { } account })
            {
                next.Meet(account);
            }
        }

        if (next._ids.Count > max)
        {
            next.Cut();
        }

        return next;
    }

    /// <summary>Whether an id is one of them.</summary>
    public bool Holds(string id) => !IsOutside(id) && _ids.Contains(id);

    private void Meet(string id)
    {
        if (!IsOutside(id) && !_ids.Contains(id) && Matches(id))
        {
            _ids.Add(id);
            if (_ids.Count == 2 * _max)
            {
                Cut();
            }
        }
    }

    private void Cut()
    {
        var ids = _ids.ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        _ids = new HashSet<string>(ids.Take(_max), StringComparer.Ordinal);
        _last = ids[_max - 1];
    }

    private bool IsOutside(string id) => (_after is not null && string.CompareOrdinal(id, _after) <= 0) || (_last is not null && string.CompareOrdinal(id, _last) > 0);

    private bool Matches(string id) => _search is null || id.Contains(_search, StringComparison.OrdinalIgnoreCase);
}
