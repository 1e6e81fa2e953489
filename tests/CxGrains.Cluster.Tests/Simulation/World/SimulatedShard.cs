using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Tests.Simulation.Machine;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>A shard of the simulated cluster: what its grain does, around the real entity.</summary>
internal sealed class SimulatedShard(Faults faults, Func<byte[]?, ShardEntity> begin) : SimulatedEntity<ShardEntity, byte[]?>(faults, null)
{
    /// <summary>Hands announcements to it.</summary>
    public Task<ShardTaken> TakeAsync(int silo, ShardRecords records) => CallAsync(silo, life =>
    {
        life = life.Served.TryServe(records.Worker) ? life : BeginAnew(life);
        life.Served.TryServe(records.Worker);
        return life.Take(records);
    });

    /// <inheritdoc/>
    protected override ShardEntity Begin(byte[]? stored) => begin(stored);

    /// <inheritdoc/>
    protected override long ActivationOf(ShardEntity life) => life.Activation;

    /// <inheritdoc/>
    protected override void NoteOtherCall(ShardEntity life) => life.Served.NoteOtherCall();

    /// <inheritdoc/>
    protected override bool IsChanged(ShardEntity life) => life.IsChanged;

    /// <inheritdoc/>
    protected override byte[]? ToStored(ShardEntity life) => life.ToState();

    /// <inheritdoc/>
    protected override bool IsRefused(byte[]? stored) => false;

    /// <inheritdoc/>
    protected override void MarkSaved(ShardEntity life) => life.MarkSaved();
}
