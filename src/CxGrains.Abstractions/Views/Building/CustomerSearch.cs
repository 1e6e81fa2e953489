using CxGrains.Abstractions.Queries;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>
/// A customer list. Each partition looks through its entries once and keeps the first of them; memory is bounded by the page.
/// The cursor holds the instant, so that scores do not move between two pages.
/// </summary>
public sealed class CustomerSearch
{
    private readonly CustomerQuery _query;
    private readonly IReadOnlyDictionary<string, int> _slots;
    private readonly CustomerCursor? _after;
    private readonly ulong _segmentBit;
    private readonly IndexedRule? _rule;
    private readonly long _atMs;

    private CustomerSearch(
        CustomerQuery query, IReadOnlyDictionary<string, int> slots, CustomerCursor? after, ulong segmentBit, IndexedRule? rule, long atMs)
    {
        _query = query;
        _slots = slots;
        _after = after;
        _segmentBit = segmentBit;
        _rule = rule;
        _atMs = atMs;
    }

    /// <summary>A search.</summary>
    /// <param name="query">Which customers.</param>
    /// <param name="slots">The slots of the segments defined.</param>
    /// <param name="atMs">The instant, where the cursor brings none.</param>
    /// <exception cref="Domain.InvalidFieldException">The cursor or the segment is unknown, or the rule cannot be asked of the index.</exception>
    public static CustomerSearch Of(CustomerQuery query, IReadOnlyDictionary<string, int> slots, long atMs)
    {
        var after = query.Cursor is { } text ? CustomerCursor.Parse(text) : null;
        var bit = query.Segment is { } id
            ? 1UL << (slots.TryGetValue(id, out var slot) ? slot : throw new Domain.InvalidFieldException("segment", $"'{id}' is not defined"))
            : 0;
        var rule = query.Rule is { } json ? IndexedRule.Parse(json) : null;
        return new CustomerSearch(query, slots, after, bit, rule, after?.AtMs ?? atMs);
    }

    private bool IsNow => _query.AsOf is null;

    /// <summary>Looks through one partition's entries, on its worker's thread.</summary>
    /// <param name="customers">The workspace's customers in the partition.</param>
    public CustomerMatches Run(IEnumerable<CustomerEntry> customers)
    {
        var total = 0L;
        var first = new PriorityQueue<CustomerEntry, CustomerRank>(Comparer<CustomerRank>.Create((a, b) => b.CompareTo(a)));
        foreach (var entry in _rule?.Among(customers, _atMs) ?? customers)
        {
            if (!entry.IsListed || !Matches(entry))
            {
                continue;
            }

            total++;
            var rank = RankOf(entry);
            if (_after is null || rank.CompareTo(_after.Rank) > 0)
            {
                first.Enqueue(entry, rank);
                if (first.Count > _query.Limit + 1)
                {
                    first.Dequeue();
                }
            }
        }

        var rows = new List<(CustomerRank, CustomerRow)>(first.Count);
        while (first.TryDequeue(out var entry, out var rank))
        {
            rows.Add((rank, EntryViews.Of(entry, _atMs, IsNow) with { Segments = EntryViews.SegmentsOf(entry.Membership, _slots) }));
        }

        rows.Reverse();
        return new CustomerMatches(total, rows);
    }

    /// <summary>The page made of the partitions' matches.</summary>
    public CustomerPage PageOf(IReadOnlyList<CustomerMatches> parts)
    {
        var rows = parts.SelectMany(part => part.First).OrderBy(match => match.Rank).Take(_query.Limit + 1).ToList();
        var hasMore = rows.Count > _query.Limit;
        var page = rows.Take(_query.Limit).ToList();
        return new CustomerPage(
            parts.Sum(part => part.Total),
            [.. page.Select(match => match.Row)],
            hasMore ? new CustomerCursor(_atMs, page[^1].Rank).ToString() : null);
    }

    private bool Matches(CustomerEntry entry) =>
        (_query.Band is not { } band || BandOf(entry) == band)
        && (_segmentBit == 0 || (entry.Membership & _segmentBit) != 0)
        && (_query.Account is not { } account || entry.Account == account)
        && (_query.Search is not { } text || Contains(entry.Id, text) || Contains(entry.Name, text) || Contains(entry.Email, text) || Contains(entry.Account, text));

    private RiskBand BandOf(CustomerEntry entry) => IsNow ? entry.Band : ChurnRisk.BandOf(entry.Risk.Probability(_atMs));

    private CustomerRank RankOf(CustomerEntry entry)
    {
        var number = _query.Sort switch
        {
            CustomerSort.Risk => -(entry.Risk.Probability(_atMs) ?? -1),
            CustomerSort.LastSeen => -entry.LastSeenMs,
            CustomerSort.Engagement => -Engagement.ScoreOf(entry.EngagementPoints, entry.EngagementClockMs, _atMs),
            CustomerSort.Value => -(double)entry.Value,
            _ => 0,
        };
        var text = _query.Sort == CustomerSort.Name ? entry.Name ?? entry.Id : "";
        return new CustomerRank(number, text, entry.Id, _query.Reverse);
    }

    private static bool Contains(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
