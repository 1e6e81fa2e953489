using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Partitions;

/// <summary>A commit, noted at one row: later steps may be folded while it is written.</summary>
/// <param name="Head">The head at the row.</param>
/// <param name="Entities">The entities bound, each with the life it is bound to.</param>
/// <param name="Index">Rows of the index that changed.</param>
/// <param name="Quarantine">Interactions in quarantine up to the row.</param>
internal sealed record Commit(
    PartitionRow Head,
    IReadOnlyList<(EntityKey Entity, long Activation)> Entities,
    IReadOnlyList<IndexRow> Index,
    IReadOnlyList<QuarantineRow> Quarantine)
{
    /// <summary>Saves under way at once: as many connections to the database are taken.</summary>
    public const int SavesAtOnceMax = 16;

    /// <summary>Writes it: entities and index first, and only when all are saved the head, which makes it so.</summary>
    /// <exception cref="GapException">Another life than the bound one saved.</exception>
    /// <exception cref="SupersededException">Another worker has committed.</exception>
    public async Task WriteAsync(IEntities entities, IPartitionStore store)
    {
        var next = -1;
        async Task SaveSomeAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < Entities.Count; i = Interlocked.Increment(ref next))
            {
                var (entity, activation) = Entities[i];
                if (await entities.SaveAsync(entity) != activation)
                {
                    throw new GapException($"{entity.Kind} '{entity.Id}' of workspace '{entity.Workspace}' was saved by another life than it was bound to");
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, SavesAtOnceMax).Select(_ => SaveSomeAsync()));
        await store.SaveIndexAsync(Index);
        await store.QuarantineAsync(Quarantine);
        await store.SaveHeadAsync(Head);
    }
}
