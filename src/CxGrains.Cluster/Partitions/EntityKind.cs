namespace CxGrains.Cluster.Partitions;

/// <summary>What a worker hands records to.</summary>
internal enum EntityKind
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>The partition's part of a workspace.</summary>
    Workspace,

    /// <summary>The partition's part of a survey.</summary>
    Survey,

    /// <summary>The partition's part of a segment.</summary>
    Segment,

    /// <summary>The partition's part of a workspace's churn model.</summary>
    Model,
}
