namespace CxGrains.Cluster.EventHubs;

/// <summary>What is stored of a partition of the hub.</summary>
[GenerateSerializer, Alias("cx.HubPartitionRow")]
internal sealed class HubPartitionRow
{
    /// <summary>The offset of a row that is committed; null before the first commit.</summary>
    [Id(0)]
    public string? Offset { get; set; }
}
