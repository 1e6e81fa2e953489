using System.ComponentModel.DataAnnotations;

namespace CxGrains.Cluster;

/// <summary>Settings of the cluster runtime.</summary>
public sealed class ClusterRuntimeOptions
{
    /// <summary>The connection string of the PostgreSQL database that holds log, state and membership.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>The name all silos of one installation share. Default <c>cxgrains</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "cxgrains";

    /// <summary>Partitions of a new installation, each with one worker, 1 to 64. An existing one keeps its own, and another number refuses to start. Default 8.</summary>
    [Range(1, 64)]
    public int PartitionsCount { get; set; } = 8;

    /// <summary>Seconds between two commits of a partition, 1 to 300. Default 5.</summary>
    [Range(1, 300)]
    public int CommitSeconds { get; set; } = 5;

    /// <summary>Records folded in a partition after which a commit is due whatever the time; while it is written as many again may be folded, and then folding waits. Bounds what customers keep of uncommitted rows, and what a restart replays. Default 100,000.</summary>
    [Range(1_000, 1_000_000)]
    public int CommitRecordsMax { get; set; } = 100_000;

    /// <summary>How often a worker looks for rows nobody told it of. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Customers in all workspaces; past it lines of new ones are refused. The index holds each in memory. Default 5,000,000.</summary>
    [Range(1_000, 1_000_000_000)]
    public long CustomersMax { get; set; } = 5_000_000;

    /// <summary>Connections of one silo to the database, 5 to 1,000; all silos together must stay below what the server takes. Default 30.</summary>
    [Range(5, 1_000)]
    public int ConnectionsMax { get; set; } = 30;

    /// <summary>Topics that one silo watches for its dashboards. Default 10,000.</summary>
    [Range(100, 1_000_000)]
    public int WatchedTopicsMax { get; set; } = 10_000;

    /// <summary>Seconds after which idle customers leave memory, 60 to 86,400. Default 900.</summary>
    [Range(60, 86_400)]
    public int IdleSecondsMax { get; set; } = 900;
}
