namespace CxGrains.Cluster.Partitions;

/// <summary>Where effects of a partition's records stand in the log of another: at this row or before.</summary>
/// <param name="Partition">The other partition.</param>
/// <param name="Row">The row.</param>
[GenerateSerializer, Immutable, Alias("cx.EffectRow")]
internal readonly record struct EffectRow([property: Id(0)] int Partition, [property: Id(1)] long Row);
