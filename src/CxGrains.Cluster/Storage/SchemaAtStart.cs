using Microsoft.Extensions.Options;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>Applies the schema before anything of the silo asks the database.</summary>
internal sealed class SchemaAtStart(NpgsqlDataSource database, IPartitionLog log, IOptions<ClusterRuntimeOptions> options) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(SchemaAtStart), ServiceLifecycleStage.First, async cancellationToken =>
        await ClusterSchema.ApplyAsync(database, options.Value.PartitionsCount, await log.IdentityAsync(cancellationToken), cancellationToken));
}
