namespace CxGrains.Cluster.Partitions;

/// <summary>An entity of a partition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Id">A customer's or survey's id, a segment's slot.</param>
internal readonly record struct EntityKey(EntityKind Kind, string Workspace, string Id);
