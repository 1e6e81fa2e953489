namespace CxGrains.Abstractions.Moving;

/// <summary>A partition's part of a workspace, a survey or a segment.</summary>
/// <param name="Partition">The partition, from 0.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Of">What it is part of.</param>
/// <param name="Id">A survey's id, a segment's slot; empty for the workspace.</param>
/// <param name="State">The state, in the domain's encoding; a workspace's sums are followed by its alerts.</param>
public sealed record MovedShard(int Partition, string Workspace, MovedShardKind Of, string Id, byte[] State) : MovedPart;
