namespace CxGrains.Abstractions.Moving;

/// <summary>What a shard is part of.</summary>
public enum MovedShardKind
{
    /// <summary>A workspace.</summary>
    Workspace,

    /// <summary>A survey.</summary>
    Survey,

    /// <summary>A segment.</summary>
    Segment,

    /// <summary>A workspace's churn model.</summary>
    Model,
}
