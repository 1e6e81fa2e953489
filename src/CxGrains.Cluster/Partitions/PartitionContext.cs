using CxGrains.Cluster.Storage;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a partition's worker needs of the silo.</summary>
/// <param name="Partition">The partition's number, from 0.</param>
/// <param name="Options">Settings.</param>
/// <param name="Log">The log.</param>
/// <param name="Surveys">Surveys as defined.</param>
/// <param name="Names">Shares names.</param>
/// <param name="Clock">The domain's clock.</param>
/// <param name="Waiting">The time that the worker's pauses take, whatever the domain's clock shows.</param>
/// <param name="WakePartition">Tells the worker of a partition that there are new rows in its log.</param>
internal sealed record PartitionContext(
    int Partition, ClusterRuntimeOptions Options, IPartitionLog Log, SurveyCache Surveys, NamePool Names, Clock Clock, TimeProvider Waiting, Action<int> WakePartition);
