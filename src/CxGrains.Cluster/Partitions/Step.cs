using CxGrains.Cluster.Customers;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a worker hands over at once: some rows' records, grouped by customer.</summary>
internal sealed class Step
{
    private readonly Dictionary<EntityKey, List<CustomerRecord>> _customers = [];
    private readonly Dictionary<Position, FeedItem> _feed = [];

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

    /// <summary>Keeps an interaction for the live feed, to be shown where it counts.</summary>
    public void Show(Position position, FeedItem item) => _feed.Add(position, item);

    /// <summary>The interaction at a position; null where none is to be shown.</summary>
    public FeedItem? Shown(Position position) => _feed.GetValueOrDefault(position);

    /// <summary>An interaction for the live feed.</summary>
    /// <param name="ReceivedMs">When it was received.</param>
    /// <param name="IsImport">Whether it came with an import: those count for the rate, and do not show in the feed.</param>
    /// <param name="Interaction">What happened.</param>
    internal sealed record FeedItem(long ReceivedMs, bool IsImport, Interaction Interaction);
}
