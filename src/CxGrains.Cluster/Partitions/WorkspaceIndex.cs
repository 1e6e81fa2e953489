using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;

namespace CxGrains.Cluster.Partitions;

/// <summary>A workspace's part of a partition's index, with what lists show that is no state: rate, feed, the riskiest.</summary>
internal sealed class WorkspaceIndex(string id)
{
    private readonly Dictionary<string, IndexedCustomer> _byId = new(StringComparer.Ordinal);
    private readonly List<IndexedCustomer> _customers = [];

    /// <summary>The workspace's id.</summary>
    public string Id { get; } = id;

    /// <summary>The customers.</summary>
    public IReadOnlyList<IndexedCustomer> Customers => _customers;

    /// <summary>Customers at high risk that were no news.</summary>
    public long AlreadySoCount { get; set; }

    /// <summary>Customers known to be evaluated by the rules, in the order of the list; those behind may not be.</summary>
    public int EvaluatedCount { get; set; }

    /// <summary>When an interaction of an import was folded last, by the log's clock, Unix milliseconds UTC; 0 for not since the worker began.</summary>
    public long ImportedMs { get; set; }

    /// <summary>Interactions a second.</summary>
    public RateMeter Rate { get; } = new();

    /// <summary>The live feed.</summary>
    public RecentInteractions Recent { get; } = new();

    /// <summary>The customers most at risk.</summary>
    public RiskiestCustomers Riskiest { get; } = new();

    /// <summary>The row of a customer; null where there is none.</summary>
    public IndexedCustomer? Find(string customer) => _byId.GetValueOrDefault(customer);

    /// <summary>The row of a customer, made where it is new.</summary>
    public IndexedCustomer RowOf(string customer)
    {
        if (!_byId.TryGetValue(customer, out var row))
        {
            row = new IndexedCustomer(this, customer);
            _byId.Add(customer, row);
            _customers.Add(row);
        }

        return row;
    }

    /// <summary>Takes a customer's row out of all lists.</summary>
    public void Erase(IndexedCustomer row)
    {
        var place = _customers.IndexOf(row);
        _customers.RemoveAt(place);
        EvaluatedCount -= place < EvaluatedCount ? 1 : 0;
        AlreadySoCount -= row.AlreadySo ? 1 : 0;
        _byId.Remove(row.Id);
        Recent.Remove(row);
        Riskiest.Forget();
        row.Erase();
        row.Refresh(new Customer(""), profileChanged: true, memberChanged: true);
    }
}
