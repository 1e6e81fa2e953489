using CxGrains.Cluster.Partitions;

namespace CxGrains.Cluster.Privacy;

/// <summary>
/// Removes what is left of erased customers when a head is committed that holds the records which erased them. The head names them until
/// it was once through, so that a worker that comes after a crash does it again.
/// </summary>
internal sealed class Sweeper(PartitionContext context, IEntities entities, IPartitionStore store)
{
    // Each takes a connection to the database.
    private const int CallsAtOnceMax = 16;

    /// <summary>Removes what is left by the head as last saved, and saves it without their ids.</summary>
    /// <exception cref="SupersededException">Another worker has committed.</exception>
    public async Task SweepAsync()
    {
        var head = PartitionHead.Of(store.Head);
        await context.Log.CutAsync(context.Partition, head.Row);
        foreach (var (workspace, part) in head.Workspaces.Where(pair => pair.Value.Erased.AnyLeft))
        {
            var sweep = new Sweep(workspace, [.. part.Erased.Left], part.Erased.IsOf, part.Erased.Names, head.Row);
            foreach (var some in sweep.Customers.Chunk(CallsAtOnceMax))
            {
                await Task.WhenAll(some.Select(erased => entities.EraseAsync(new EntityKey(EntityKind.Customer, workspace, erased.Id), erased.Position)));
            }

            await store.SweepAsync(sweep);
        }

        head.ForgetErased(head.Row);
        await store.SaveHeadAsync(head.ToRow());
    }
}
