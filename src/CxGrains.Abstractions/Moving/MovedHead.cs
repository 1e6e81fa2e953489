namespace CxGrains.Abstractions.Moving;

/// <summary>What a partition holds besides customers and shards. It comes after all of them.</summary>
/// <param name="Partition">The partition, from 0.</param>
/// <param name="ClockMs">The log's clock, Unix milliseconds UTC.</param>
/// <param name="Workspaces">The workspaces met there.</param>
public sealed record MovedHead(int Partition, long ClockMs, IReadOnlyList<MovedWorkspaceHead> Workspaces) : MovedPart;
