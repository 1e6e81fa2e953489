namespace CxGrains.Cluster.Shards;

/// <summary>Tells whether a shard changed since somebody read it.</summary>
/// <param name="Activation">The life that was read.</param>
/// <param name="Changes">How often it had changed.</param>
[GenerateSerializer, Immutable, Alias("cx.ShardVersion")]
internal readonly record struct ShardVersion([property: Id(0)] long Activation, [property: Id(1)] long Changes);
