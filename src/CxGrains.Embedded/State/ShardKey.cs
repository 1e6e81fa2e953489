namespace CxGrains.Embedded.State;

/// <summary>Names a shard within its partition.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Kind">What it is part of.</param>
/// <param name="Id">The survey's or segment's id; empty otherwise.</param>
internal readonly record struct ShardKey(string Workspace, ShardKind Kind, string Id);
