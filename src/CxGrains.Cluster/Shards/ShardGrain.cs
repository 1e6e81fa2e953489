namespace CxGrains.Cluster.Shards;

/// <summary>What the grains of all shards do: receive, call the shard, save, answer.</summary>
internal abstract class ShardGrain(IPersistentState<ShardRow> stored) : Grain, IShardGrain
{
    private ShardEntity _shard = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Begin();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ShardTaken> TakeAsync(ShardRecords records)
    {
        if (!_shard.Served.TryServe(records.Worker))
        {
            await stored.ReadStateAsync();
            Begin();
            _shard.Served.TryServe(records.Worker);
        }

        return _shard.Take(records);
    }

    /// <inheritdoc/>
    public async Task<long> SaveAsync()
    {
        _shard.Served.NoteOtherCall();
        if (_shard.IsChanged)
        {
            stored.State.State = _shard.ToState();
            await stored.WriteStateAsync();
            stored.State.State = null;
            _shard.MarkSaved();
        }

        return _shard.Activation;
    }

    /// <inheritdoc/>
    public async Task AdoptAsync(byte[] state)
    {
        var adopted = BeginWith(state);
        adopted.Served.NoteOtherCall();
        if (_shard.IsAheadOf(adopted))
        {
            return;
        }

        stored.State.State = state;
        await stored.WriteStateAsync();
        stored.State.State = null;
        _shard = adopted;
    }

    /// <inheritdoc/>
    public Task<ShardSnapshot?> ReadAsync(ShardVersion known)
    {
        _shard.Served.NoteOtherCall();
        return Task.FromResult(_shard.Version == known ? null : new ShardSnapshot { Version = _shard.Version, State = _shard.ToState() });
    }

    /// <summary>A life of the shard that begins with what is stored.</summary>
    /// <param name="id">The id, behind workspace and partition.</param>
    /// <param name="state">The stored state; null where there is none.</param>
    protected abstract ShardEntity Begin(string id, byte[]? state);

    private ShardEntity BeginWith(byte[]? state) => Begin(GrainKeys.Split(GrainKeys.Split(this.GetPrimaryKeyString()).Id).Id, state);

    private void Begin()
    {
        _shard = BeginWith(stored.State.State);
        stored.State.State = null;
    }
}
