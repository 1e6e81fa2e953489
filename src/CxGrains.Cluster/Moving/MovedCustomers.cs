using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Moving;

/// <summary>Takes customers in, with their rows of the index.</summary>
internal sealed class MovedCustomers(IGrainFactory grains, IndexStore index, NamePool names, TimelineSources sources)
{
    /// <summary>Customers stored at once: as many connections to the database are taken.</summary>
    public const int AtOnceMax = 16;

    /// <summary>Takes customers in.</summary>
    /// <exception cref="InvalidFieldException">A customer does not belong into its partition.</exception>
    public async Task TakeAsync(MoveSource source, IReadOnlyList<MovedCustomer> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            var partition = Partitioning.PartitionOf(part.Workspace, part.Id, source.PartitionsCount);
            if (partition != part.Partition)
            {
                throw new InvalidFieldException("partition", $"customer '{part.Id}' of workspace '{part.Workspace}' belongs into partition {partition}, not {part.Partition}");
            }
        }

        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = AtOnceMax, CancellationToken = cancellationToken }, async (part, token) =>
            await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(part.Workspace, part.Id)).AdoptAsync(part.State).WaitAsync(token));
        foreach (var partition in parts.GroupBy(part => part.Partition))
        {
            await index.UpsertAsync(partition.Key, [.. partition.Select(RowOf)], cancellationToken);
        }
    }

    private IndexRow RowOf(MovedCustomer part)
    {
        using var reader = new BinaryReader(new MemoryStream(part.State));
        return new IndexRow(part.Workspace, part.Id, CustomerEncoding.Decode(reader, names, sources).Position.Value, part.Entry);
    }
}
