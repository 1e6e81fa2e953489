using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Domain;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>One partition of a schedule: its log, its entities, what is stored of it, its workers, and what the reference says of it.</summary>
internal sealed class SimulatedPartition
{
    private readonly Faults _faults;

    /// <summary>A partition that nothing has happened in.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="partitionsCount">How many there are.</param>
    /// <param name="faults">What goes wrong in the schedule.</param>
    /// <param name="names">Shares names.</param>
    /// <param name="committed">Told of each row that is committed.</param>
    public SimulatedPartition(int number, int partitionsCount, Faults faults, NamePool names, Action<SimulatedPartition, long> committed)
    {
        _faults = faults;
        Number = number;
        Reference = new SequentialFold(number, partitionsCount, names);
        Log = new SimulatedLog(Reference.Fold);
        Cluster = new SimulatedCluster(faults, names);
        Store = new SimulatedStore(head => committed(this, head.CommittedRow));
        Checks = new Checks(Reference, Cluster, Store);
    }

    /// <summary>Its number.</summary>
    public int Number { get; }

    /// <summary>The same log, folded by the domain alone.</summary>
    public SequentialFold Reference { get; }

    /// <summary>Its log.</summary>
    public SimulatedLog Log { get; }

    /// <summary>Its entities.</summary>
    public SimulatedCluster Cluster { get; }

    /// <summary>What is stored of it besides its entities.</summary>
    public SimulatedStore Store { get; }

    /// <summary>Compares what is stored with the reference.</summary>
    public Checks Checks { get; }

    /// <summary>Its workers, of which all but one are old and do not know it.</summary>
    public List<SimulatedWorker> Workers { get; } = [];

    /// <summary>The silo on which it is worked.</summary>
    public int Silo { get; private set; }

    /// <summary>Whether its workers have folded and committed all there is.</summary>
    public bool HasEnded => Workers.Count > 0 && Workers.TrueForAll(worker => worker.IsAlive && worker.HasFlushed) && Store.Head.CommittedRow == Log.LastRow;

    /// <summary>Appends a row that does not come from a worker.</summary>
    public void Append(LogRow row)
    {
        Log.Append(row);
        Wake();
    }

    /// <summary>Tells its workers of new rows.</summary>
    public void Wake() => Workers.ForEach(worker => worker.Worker.Wake());

    /// <summary>Its silo is gone, with all lives there.</summary>
    public void LoseSilo() => Cluster.Lose(Silo);

    /// <summary>Some life is gone.</summary>
    public void LoseSome(Random random)
    {
        if (Cluster.All.Count > 0)
        {
            Cluster.All[random.Next(Cluster.All.Count)].Lose(Silo);
        }
    }

    /// <summary>From here on it is worked on the other silo.</summary>
    public void Move()
    {
        Silo = 1 - Silo;
        LoseSilo();
    }

    /// <summary>Asks its workers to fold and commit all there is; again, where more has come.</summary>
    /// <returns>What is wrong with what they have done so far; null for nothing.</returns>
    public string? Flush()
    {
        var wrong = Workers.Where(worker => worker.HasFlushed && Store.Head.CommittedRow < worker.FlushedRow)
            .Select(worker => $"Row {worker.FlushedRow} was flushed, and {Store.Head.CommittedRow} is committed")
            .FirstOrDefault();
        Workers.ForEach(worker => worker.Flush(Log.LastRow));
        return wrong;
    }

    /// <summary>What calls of its workers go through.</summary>
    public Link NewLink() => new(_faults);
}
