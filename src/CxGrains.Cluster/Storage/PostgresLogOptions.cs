using System.ComponentModel.DataAnnotations;

namespace CxGrains.Cluster.Storage;

/// <summary>Bounds of the log in PostgreSQL. Those of waiting and writing hold for one node, the backlog's for the cluster.</summary>
public sealed class PostgresLogOptions
{
    /// <summary>Interactions of a partition that are appended and not yet cut; past it, requests for it are asked to wait. Default 1,000,000.</summary>
    [Range(1_000, 1_000_000_000)]
    public long BacklogInteractionsMax { get; set; } = 1_000_000;

    /// <summary>Requests that may wait to be written. Default 4,096.</summary>
    [Range(1, 100_000)]
    public int WaitingRequestsMax { get; set; } = 4_096;

    /// <summary>Interactions in the requests that wait, at least the 10,000 of one batch. Default 100,000.</summary>
    [Range(Abstractions.Ingest.InteractionBatch.CountMax, 10_000_000)]
    public int WaitingInteractionsMax { get; set; } = 100_000;

    /// <summary>Bytes in the requests that wait, at least those of the largest body. Default 64 MiB.</summary>
    [Range(1, 1024 * 1024 * 1024)]
    public int WaitingBytesMax { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes that requests share one transaction for; one request may pass it alone. Default 8 MiB.</summary>
    [Range(1, 256 * 1024 * 1024)]
    public int TransactionBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>Rows that one read gives at most. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int ReadRowsMax { get; set; } = 1_000;

    /// <summary>Bytes that one read gives at most, its first row excepted. Default 8 MiB.</summary>
    [Range(1, 256 * 1024 * 1024)]
    public int ReadBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>Interactions of one partition that wait in memory for a worker on the same silo, which then need not read them from the database. Default 20,000.</summary>
    [Range(0, 10_000_000)]
    public int HandOverInteractionsMax { get; set; } = 20_000;

    /// <summary>Bytes of such interactions' rows, for one partition. Default 8 MiB.</summary>
    [Range(0, 1024 * 1024 * 1024)]
    public int HandOverBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>Rows that one step of cutting deletes, so that it never holds appends up for long. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int CutRowsMax { get; set; } = 1_000;
}
