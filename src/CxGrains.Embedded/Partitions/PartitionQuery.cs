namespace CxGrains.Embedded.Partitions;

/// <summary>Something asked of a partition's worker between two records.</summary>
/// <param name="Run">Answers it.</param>
/// <param name="Fail">Tells the one who asked that it cannot be answered; null where nobody waits.</param>
internal readonly record struct PartitionQuery(Action<PartitionState> Run, Action<Exception>? Fail);
