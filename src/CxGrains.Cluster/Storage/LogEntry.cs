namespace CxGrains.Cluster.Storage;

/// <summary>A row of a partition's log, as read.</summary>
/// <param name="Row">Its number, from 1, without holes within the partition.</param>
/// <param name="Body">What <see cref="CxGrains.Domain.Log.LogRow.Decode"/> takes.</param>
public sealed record LogEntry(long Row, byte[] Body);
