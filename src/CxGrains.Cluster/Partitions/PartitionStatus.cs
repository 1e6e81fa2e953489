namespace CxGrains.Cluster.Partitions;

/// <summary>How far a partition is.</summary>
[GenerateSerializer, Immutable, Alias("cx.PartitionStatus")]
internal sealed class PartitionStatus
{
    /// <summary>The worker that answers.</summary>
    [Id(0)]
    public required long Activation { get; init; }

    /// <summary>Rows up to here have their effect.</summary>
    [Id(1)]
    public required long AppliedRow { get; init; }

    /// <summary>Rows up to here are committed.</summary>
    [Id(2)]
    public required long CommittedRow { get; init; }

    /// <summary>Customers in the index.</summary>
    [Id(3)]
    public required int Customers { get; init; }

    /// <summary>Why it cannot go on at the moment; null where it can.</summary>
    [Id(4)]
    public string? Failure { get; init; }
}
