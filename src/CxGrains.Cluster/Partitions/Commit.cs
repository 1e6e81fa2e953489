using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Partitions;

/// <summary>A commit, noted at one row: later steps may be folded while it is written.</summary>
/// <param name="Head">The head at the row.</param>
/// <param name="Entities">The entities bound, each with the life it is bound to.</param>
/// <param name="Index">Rows of the index that changed.</param>
/// <param name="Quarantine">Interactions in quarantine up to the row.</param>
/// <param name="HasErasedLeft">Whether something may be left of customers that were erased up to the row.</param>
internal sealed record Commit(
    PartitionRow Head,
    IReadOnlyList<(EntityKey Entity, long Activation)> Entities,
    IReadOnlyList<IndexRow> Index,
    IReadOnlyList<QuarantineRow> Quarantine,
    bool HasErasedLeft)
{
    /// <summary>Saves of customers under way at once: those that wait together are written together.</summary>
    public const int SavesAtOnceMax = 256;

    // Each of these takes a connection to the database.
    private const int ShardSavesAtOnceMax = 16;

    /// <summary>Writes it: entities and index first, and only when all are saved the head, which makes it so.</summary>
    /// <exception cref="GapException">Another life than the bound one saved.</exception>
    /// <exception cref="SupersededException">Another worker has committed.</exception>
    public async Task WriteAsync(IEntities entities, IPartitionStore store)
    {
        await Task.WhenAll(
            SaveAsync(entities, [.. Entities.Where(bound => bound.Entity.Kind == EntityKind.Customer)], SavesAtOnceMax),
            SaveAsync(entities, [.. Entities.Where(bound => bound.Entity.Kind != EntityKind.Customer)], ShardSavesAtOnceMax));
        await store.SaveIndexAsync(Index);
        await store.QuarantineAsync(Quarantine);
        await store.SaveHeadAsync(Head);
    }

    private static async Task SaveAsync(IEntities entities, List<(EntityKey Entity, long Activation)> bound, int atOnceMax)
    {
        var next = -1;
        async Task SaveSomeAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < bound.Count; i = Interlocked.Increment(ref next))
            {
                var (entity, activation) = bound[i];
                if (await entities.SaveAsync(entity) != activation)
                {
                    throw new GapException($"{entity.Kind} '{entity.Id}' of workspace '{entity.Workspace}' was saved by another life than it was bound to");
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(atOnceMax, bound.Count)).Select(_ => SaveSomeAsync()));
    }
}
