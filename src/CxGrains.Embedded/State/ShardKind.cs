namespace CxGrains.Embedded.State;

/// <summary>What a shard is part of. The numbers are stored; never renumber.</summary>
internal enum ShardKind
{
    /// <summary>The workspace.</summary>
    Workspace = 1,

    /// <summary>A survey.</summary>
    Survey = 2,

    /// <summary>A segment.</summary>
    Segment = 3,

    /// <summary>The workspace's alerts.</summary>
    Alerts = 4,

    /// <summary>The workspace's settings and model, as the partition knows them.</summary>
    Rules = 5,

    /// <summary>What the workspace's churn model learned.</summary>
    Model = 6,

    /// <summary>The customers of the workspace that were erased.</summary>
    Tombstones = 7,
}
