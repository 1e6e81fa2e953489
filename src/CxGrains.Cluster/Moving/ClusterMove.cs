using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using Microsoft.Extensions.Options;

namespace CxGrains.Cluster.Moving;

/// <summary>
/// Takes a data directory in: each part is stored by the grain that owns it. A grain that stands behind a part already keeps what it has,
/// so that a part that comes late, or again, changes nothing.
/// </summary>
internal sealed class ClusterMove(
    IPartitionLog log,
    IGrainFactory grains,
    MoveStore moves,
    MovedCatalog catalog,
    MovedCustomers customers,
    QuarantineStore quarantine,
    IOptions<ClusterRuntimeOptions> options) : IMoveTarget
{
    /// <inheritdoc/>
    public async ValueTask<MoveState> TakeAsync(MoveSource source, IReadOnlyList<MovedPart> parts, bool isLast, CancellationToken cancellationToken)
    {
        if (log is not PostgresLog)
        {
            throw new ConflictException("The cluster's log is not in its database: its positions begin where they will and cannot go on behind a directory's");
        }

        if (source.CustomersCount > options.Value.CustomersMax)
        {
            throw new InvalidFieldException("customers", $"the directory has {source.CustomersCount}, and the cluster takes {options.Value.CustomersMax} (CustomersMax)");
        }

        if (await moves.BeginAsync(source, cancellationToken) == MoveState.Sealed)
        {
            return MoveState.Sealed;
        }

        try
        {
            await TakeAsync(source, parts, cancellationToken);
        }
        catch (StateFormatException error)
        {
            throw new ConflictException($"The directory is newer than the cluster: {error.Message}");
        }

        if (!isLast)
        {
            return MoveState.Open;
        }

        await ThrowIfHeadIsMissingAsync(source, cancellationToken);
        await moves.SealAsync(source, cancellationToken);
        return MoveState.Sealed;
    }

    private async Task TakeAsync(MoveSource source, IReadOnlyList<MovedPart> parts, CancellationToken cancellationToken)
    {
        ThrowIfElsewhere(source, parts.OfType<MovedShard>().Select(part => part.Partition));
        ThrowIfElsewhere(source, parts.OfType<MovedQuarantine>().Select(part => part.Partition));
        ThrowIfElsewhere(source, parts.OfType<MovedHead>().Select(part => part.Partition));
        await catalog.TakeAsync(parts, cancellationToken);
        await customers.TakeAsync(source, [.. parts.OfType<MovedCustomer>()], cancellationToken);
        await Task.WhenAll(parts.OfType<MovedShard>().Select(shard => ShardOf(shard).AdoptAsync(shard.State))).WaitAsync(cancellationToken);
        foreach (var partition in parts.OfType<MovedQuarantine>().GroupBy(part => part.Partition))
        {
            var rows = partition.Select(part => new QuarantineRow(part.Position, part.Workspace, part.Line, part.Error));
            await quarantine.AddAsync(partition.Key, [.. rows], cancellationToken);
        }

        foreach (var head in parts.OfType<MovedHead>())
        {
            await grains.GetGrain<IPartitionGrain>(head.Partition).AdoptAsync(MovedHeads.RowOf(head, source.LastRow)).WaitAsync(cancellationToken);
        }
    }

    private static void ThrowIfElsewhere(MoveSource source, IEnumerable<int> partitions)
    {
        foreach (var partition in partitions.Where(partition => partition < 0 || partition >= source.PartitionsCount))
        {
            throw new InvalidFieldException("partition", $"{partition} is none of the directory's {source.PartitionsCount}");
        }
    }

    private Shards.IShardGrain ShardOf(MovedShard shard)
    {
        var entity = shard.Of switch
        {
            MovedShardKind.Survey => new EntityKey(EntityKind.Survey, shard.Workspace, shard.Id),
            MovedShardKind.Model => new EntityKey(EntityKind.Model, shard.Workspace, GrainKeys.All),
            MovedShardKind.Segment => new EntityKey(EntityKind.Segment, shard.Workspace, shard.Id),
            _ => new EntityKey(EntityKind.Workspace, shard.Workspace, GrainKeys.All),
        };
        return new OrleansEntities(grains, shard.Partition).ShardOf(entity);
    }

    // Asking lets the worker begin with the new head, too.
    private async Task ThrowIfHeadIsMissingAsync(MoveSource source, CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < source.PartitionsCount; partition++)
        {
            var status = await grains.GetGrain<IPartitionGrain>(partition).StartAsync().WaitAsync(cancellationToken);
            if (status.CommittedRow != source.LastRow)
            {
                throw new ConflictException($"The head of partition {partition} has not arrived: repeat the move from its beginning");
            }
        }
    }
}
