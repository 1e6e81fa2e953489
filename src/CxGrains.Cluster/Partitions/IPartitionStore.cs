using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a worker stores of its own.</summary>
internal interface IPartitionStore
{
    /// <summary>The head as last saved.</summary>
    PartitionRow Head { get; }

    /// <summary>Saves the head.</summary>
    /// <exception cref="SupersededException">Another worker has saved since this one read.</exception>
    Task SaveHeadAsync(PartitionRow head);

    /// <summary>Whether another worker has saved the head since this one read or saved it. Who hears so must not save any more: it may have read over its knowledge.</summary>
    Task<bool> HasMovedAsync();

    /// <summary>The index.</summary>
    IAsyncEnumerable<IndexRow> ReadIndexAsync();

    /// <summary>Saves rows of the index; one that stands before what is stored changes nothing.</summary>
    Task SaveIndexAsync(IReadOnlyList<IndexRow> rows);

    /// <summary>Keeps interactions that could not be folded.</summary>
    Task QuarantineAsync(IReadOnlyList<QuarantineRow> rows);

    /// <summary>Takes alerts into the outbox, each once by its id.</summary>
    Task TakeAlertsAsync(IReadOnlyList<RaisedAlert> alerts);

    /// <summary>Removes rows that tell of customers which were erased.</summary>
    Task SweepAsync(Sweep sweep);

    /// <summary>The installation's salt.</summary>
    Task<byte[]> ReadSaltAsync();

    /// <summary>Lets the outbox forget alerts of rows that are committed.</summary>
    Task ForgetAlertsAsync(long committedRow);
}
