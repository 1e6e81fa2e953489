using System.ComponentModel.DataAnnotations;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Settings of the log in Event Hubs.</summary>
public sealed class EventHubsOptions
{
    /// <summary>The connection string of the namespace, with the rights to listen and to send.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>The hub. It has as many partitions as the cluster.</summary>
    [Required]
    public string Hub { get; set; } = "";

    /// <summary>The consumer group; nobody else may read with it. Default <c>$Default</c>.</summary>
    [Required]
    public string ConsumerGroup { get; set; } = "$Default";

    /// <summary>The workspace the hub serves.</summary>
    [Required]
    public string Workspace { get; set; } = "";

    /// <summary>Events of a partition that wait to be folded, 100 to 1,000,000. Default 10,000.</summary>
    [Range(100, 1_000_000)]
    public int WaitingEventsMax { get; set; } = 10_000;

    /// <summary>Bytes of such events, its last one excepted, 1 MiB to 1 GiB. Default 32 MiB.</summary>
    [Range(1024 * 1024, 1024 * 1024 * 1024)]
    public int WaitingBytesMax { get; set; } = 32 * 1024 * 1024;
}
