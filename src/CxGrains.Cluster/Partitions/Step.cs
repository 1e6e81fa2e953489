using CxGrains.Cluster.Customers;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a worker hands over at once: some rows' records, grouped by customer.</summary>
internal sealed class Step
{
    private readonly Dictionary<EntityKey, List<CustomerRecord>> _customers = [];
    private readonly List<(string Workspace, Position Position, Announcement Announcement)> _ofNobody = [];

    /// <summary>The last row.</summary>
    public long LastRow { get; set; }

    /// <summary>Records in it.</summary>
    public int Records { get; private set; }

    /// <summary>Lines in it that are in quarantine and go to nobody.</summary>
    public int Refused { get; set; }

    /// <summary>What it adds to what is not committed.</summary>
    public int Weight => Records + Refused;

    /// <summary>A re-evaluation to take note of when the step is done; null for none.</summary>
    public ReevaluationRow? Reevaluation { get; set; }

    /// <summary>The customers with their records, in the order of the log.</summary>
    public IReadOnlyDictionary<EntityKey, List<CustomerRecord>> Customers => _customers;

    /// <summary>What rows announce that are of no customer, in the order of the log.</summary>
    public IReadOnlyList<(string Workspace, Position Position, Announcement Announcement)> OfNobody => _ofNobody;

    /// <summary>Effects on other customers of records that go to nobody here, in the order of the log.</summary>
    public List<(Position Cause, string Workspace, Effect Effect)> Owed { get; } = [];

    /// <summary>Adds what a row announces that is of no customer.</summary>
    public void Add(string workspace, Position position, Announcement announcement)
    {
        _ofNobody.Add((workspace, position, announcement));
        Records++;
    }

    /// <summary>Adds a record.</summary>
    public void Add(string workspace, string customer, CustomerRecord record)
    {
        var key = new EntityKey(EntityKind.Customer, workspace, customer);
        if (!_customers.TryGetValue(key, out var records))
        {
            records = new List<CustomerRecord>(1);
            _customers.Add(key, records);
        }

        records.Add(record);
        Records++;
    }
}
