using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>What is stored of a partition besides its entities.</summary>
/// <param name="committed">Told of each head that is saved.</param>
internal sealed class SimulatedStore(Action<PartitionRow> committed)
{
    private readonly Dictionary<(string Workspace, string Customer), IndexRow> _index = [];
    private readonly Dictionary<long, QuarantineRow> _quarantine = [];
    private readonly Dictionary<(string Workspace, string Alert), long> _alerts = [];

    /// <summary>The head.</summary>
    public PartitionRow Head { get; private set; } = new();

    /// <summary>Changes with every head.</summary>
    public int ETag { get; private set; }

    /// <summary>The index.</summary>
    public IReadOnlyDictionary<(string Workspace, string Customer), IndexRow> Index => _index;

    /// <summary>The quarantine, by position.</summary>
    public IReadOnlyDictionary<long, QuarantineRow> Quarantined => _quarantine;

    /// <summary>The alerts in the outbox, with the row that raised each.</summary>
    public IReadOnlyDictionary<(string Workspace, string Alert), long> Alerts => _alerts;

    /// <summary>Takes alerts; what is taken already stays.</summary>
    public void Take(IReadOnlyList<RaisedAlert> alerts)
    {
        foreach (var raised in alerts)
        {
            _alerts.TryAdd((raised.Workspace, raised.Alert.Id), raised.Row);
        }
    }

    /// <summary>Saves a head over the one that is known.</summary>
    /// <exception cref="SupersededException">It is not the one stored.</exception>
    public int SaveHead(PartitionRow head, int knownETag)
    {
        if (knownETag != ETag)
        {
            throw new SupersededException("Another worker has committed", new InvalidOperationException($"The ETag is {ETag}, not {knownETag}"));
        }

        Head = head;
        ETag++;
        committed(head);
        return ETag;
    }

    /// <summary>Saves rows of the index; one that stands before what is stored changes nothing.</summary>
    public void SaveIndex(IReadOnlyList<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            if (!_index.TryGetValue((row.Workspace, row.Customer), out var stored) || stored.Position <= row.Position)
            {
                _index[(row.Workspace, row.Customer)] = row;
            }
        }
    }

    /// <summary>Removes rows of the index of customers that were erased.</summary>
    public void Sweep(Sweep sweep)
    {
        foreach (var erased in sweep.Customers)
        {
            if (_index.TryGetValue((sweep.Workspace, erased.Id), out var stored) && stored.Position <= erased.Position.Value)
            {
                _index.Remove((sweep.Workspace, erased.Id));
            }
        }
    }

    /// <summary>Keeps interactions; what is kept already stays.</summary>
    public void Keep(IReadOnlyList<QuarantineRow> rows)
    {
        foreach (var row in rows)
        {
            _quarantine.TryAdd(row.Position, row);
        }
    }
}
