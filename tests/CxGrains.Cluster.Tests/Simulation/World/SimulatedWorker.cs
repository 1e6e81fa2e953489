using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.Machine;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>A worker and the process it lives in.</summary>
/// <param name="Worker">The real worker.</param>
/// <param name="Running">Its work.</param>
/// <param name="Link">What its calls go through.</param>
/// <param name="Waiting">Its pauses.</param>
/// <param name="Silo">The silo it is on.</param>
internal sealed record SimulatedWorker(PartitionWorker Worker, Task Running, Link Link, SimulatedWaiting Waiting, int Silo)
{
    private Task _flushed = new TaskCompletionSource().Task;

    /// <summary>The last row when it was asked to fold and commit all there is.</summary>
    public long FlushedRow { get; private set; }

    /// <summary>Whether it has done so.</summary>
    public bool HasFlushed => _flushed.IsCompletedSuccessfully;

    /// <summary>Whether it still works.</summary>
    public bool IsAlive => !Link.IsCut && !Running.IsCompleted;

    /// <summary>What it should never end with; null where it did not.</summary>
    public Exception? Failure => Running.Exception?.InnerException is { } error and not SupersededException ? error : null;

    /// <summary>Asks it to fold and commit all there is.</summary>
    public void Flush(long lastRow)
    {
        FlushedRow = lastRow;
        _flushed = Worker.FlushAsync(save: true);
    }

    /// <summary>How far it is.</summary>
    public string Describe() =>
        $"a worker has applied row {Worker.Status.AppliedRow}, committed row {Worker.Status.CommittedRow}, and its last run ended because of: {Worker.Failure ?? "nothing"}";
}
