using CxGrains.Cluster.Storage;
using Orleans.Concurrency;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Receives a partition of the hub; its key is the partition's number. The partition's worker reads from here.</summary>
[Alias("cx.IHubPartitionGrain")]
internal interface IHubPartitionGrain : IGrainWithIntegerKey
{
    /// <summary>Rows behind a row; null where the next one was lost on the way, and must be received anew.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<LogEntry[]?> ReadAsync(long afterRow, int rowsMax);

    /// <summary>Notes that rows up to here need not be received again.</summary>
    [Alias("Commit"), AlwaysInterleave]
    Task CommitAsync(long uptoRow);

    /// <summary>Where to begin to receive; null for the beginning.</summary>
    [Alias("CommittedOffset"), AlwaysInterleave]
    Task<string?> CommittedOffsetAsync();
}
