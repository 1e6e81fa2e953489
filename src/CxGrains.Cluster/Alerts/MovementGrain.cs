using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Alerts;

/// <inheritdoc cref="IMovementGrain"/>
/// <remarks>It stores nothing: what is remembered of the rules is in the log and in the workspace's shard. Two of it for a while record the same.</remarks>
[GrainType("movement")]
internal sealed class MovementGrain(IMovementSums sums, IDefinitions definitions, IPartitionLog log, Clock clock) : Grain, IMovementGrain
{
    private readonly MovementWatcher _watcher = new(sums);
    private long _lookedMs;

    private string Workspace => GrainKeys.Split(this.GetPrimaryKeyString()).Workspace;

    /// <inheritdoc/>
    public async Task LookAsync(bool isForced)
    {
        var nowMs = clock.NowMs;
        if (!isForced && nowMs - _lookedMs < MovementWatcher.LookEvery.TotalMilliseconds)
        {
            return;
        }

        _lookedMs = nowMs;
        await GrainCalls.ForCallersAsync(async () => await _watcher.LookAsync(
            Workspace, await definitions.OfAsync(Workspace, CancellationToken.None), nowMs, movement => AppendAsync(movement, nowMs), CancellationToken.None));
    }

    private async Task AppendAsync(Movement movement, long nowMs)
    {
        var row = new MovementRow(nowMs, MovementState.KeeperPartition, Workspace, movement.ToBytes());
        var numbers = await log.AppendAsync([new LogAppend(row.Partition, row, 0)]);

        // Where that takes too long the next look finds it undone and records the same again.
        await GrainFactory.GetGrain<IPartitionGrain>(row.Partition).WaitUntilAppliedAsync(numbers[0]);
    }
}
