namespace CxGrains.Cluster.Partitions;

/// <summary>A partition's head as stored.</summary>
[GenerateSerializer, Alias("cx.PartitionRow")]
internal sealed class PartitionRow
{
    /// <summary>Rows up to here are committed.</summary>
    [Id(0)]
    public long CommittedRow { get; set; }

    /// <summary>What the partition holds besides customers and shards; null before the first commit.</summary>
    [Id(1)]
    public byte[]? Head { get; set; }
}
