using System.ComponentModel.DataAnnotations;

namespace CxGrains.Embedded;

/// <summary>Settings of the embedded runtime.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>The directory of the two databases. Default <c>./data</c>.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Partitions of a new data directory, each with one worker, 1 to 64. An existing directory keeps its own. Default 4.</summary>
    [Range(1, 64)]
    public int PartitionsCount { get; set; } = 4;

    /// <summary>Seconds between two checkpoints of a partition, 1 to 300. Default 10.</summary>
    [Range(1, 300)]
    public int CheckpointSeconds { get; set; } = 10;

    /// <summary>Interactions folded in a partition after which a checkpoint is due whatever the time; bounds what a restart replays. Default 500,000.</summary>
    [Range(1_000, 10_000_000)]
    public int CheckpointInteractionsMax { get; set; } = 500_000;

    /// <summary>Accepted interactions that may wait to be folded, over all partitions; past it senders are asked to wait. A long queue is no faster and costs the collector. Default 32,000.</summary>
    [Range(10_000, 10_000_000)]
    public int WaitingInteractionsMax { get; set; } = 32_000;

    /// <summary>Bytes of accepted interactions, as JSON, that may wait to be folded, over all partitions; past it senders are asked to wait. The largest body that the web takes must fit. Default 64 MiB.</summary>
    [Range(64 * 1024, 16L * 1024 * 1024 * 1024)]
    public long WaitingBytesMax { get; set; } = 64L * 1024 * 1024;

    /// <summary>Bytes of accepted interactions, as JSON, that no checkpoint holds yet; past it nothing more is accepted until one succeeds. Bounds the disk and a restart while checkpoints fail. Default 4 GiB; at least <see cref="WaitingBytesMax"/>.</summary>
    [Range(1024 * 1024, 1024L * 1024 * 1024 * 1024)]
    public long UnsavedLogBytesMax { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Queries that may wait in one partition; past it callers are asked to wait. Default 1,000.</summary>
    [Range(10, 100_000)]
    public int WaitingQueriesMax { get; set; } = 1_000;

    /// <summary>Customers whose full state is held in memory, over all partitions; clean ones past it are let go. Default 200,000.</summary>
    [Range(1_000, 100_000_000)]
    public int ResidentCustomersMax { get; set; } = 200_000;

    /// <summary>Customers in all workspaces; past it interactions of new ones are rejected. The index holds each in memory. Default 2,000,000.</summary>
    [Range(1_000, 100_000_000)]
    public int CustomersMax { get; set; } = 2_000_000;

    /// <summary>Hours that log rows are kept behind the checkpoints, 0 to 720. Default 0: raw interactions are not an archive.</summary>
    [Range(0, 720)]
    public int LogRetentionHours { get; set; }
}
