using CxGrains.Domain;

namespace CxGrains.Cluster.Shards;

/// <summary>
/// The parts of all partitions merged, on demand. A look asks each shard whether it changed; all who ask while one is under way share
/// the next, which begins after they asked: what was applied before a question is in its answer.
/// </summary>
/// <typeparam name="T">The domain's shard.</typeparam>
/// <param name="shards">The shards, by partition.</param>
/// <param name="decode">Reads one.</param>
/// <param name="merge">Puts two together.</param>
/// <param name="encode">Writes the result.</param>
internal sealed class ShardMerge<T>(IReadOnlyList<IShardGrain> shards, Func<byte[], T> decode, Func<T, T, T> merge, Action<T, BinaryWriter> encode)
    where T : class
{
    private readonly ShardVersion[] _versions = new ShardVersion[shards.Count];
    private readonly T?[] _parts = new T?[shards.Count];
    private byte[]? _merged;
    private Task<byte[]?> _running = Task.FromResult<byte[]?>(null);
    private Task<byte[]?>? _next;

    /// <summary>The merged shard, in the domain's encoding; null where there is nothing yet.</summary>
    public Task<byte[]?> ReadAsync() => _next ??= NextAsync();

    private async Task<byte[]?> NextAsync()
    {
        await Task.Yield();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        _running = LookAsync();
        _next = null;
        return await _running;
    }

    private async Task<byte[]?> LookAsync()
    {
        var snapshots = await Task.WhenAll(shards.Select((shard, i) => shard.ReadAsync(_versions[i])));
        if (!Array.Exists(snapshots, snapshot => snapshot is not null))
        {
            return _merged;
        }

        for (var i = 0; i < snapshots.Length; i++)
        {
            if (snapshots[i] is { } snapshot)
            {
                _parts[i] = snapshot.State is { } state ? decode(state) : null;
                _versions[i] = snapshot.Version;
            }
        }

        return _merged = Merge();
    }

    private byte[]? Merge()
    {
        T? merged = null;
        foreach (var part in _parts)
        {
            merged = (merged, part) switch
            {
                (_, null) => merged,
                (null, _) => part,
                _ => merge(merged, part),
            };
        }

        if (merged is null)
        {
            return null;
        }

        return StateEncoding.ToBytes(merged, encode);
    }
}
