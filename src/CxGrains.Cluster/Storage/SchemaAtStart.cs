using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>Applies the schema before anything of the silo starts: where the database cannot be used, no other silo hears of this one.</summary>
internal sealed class SchemaAtStart(NpgsqlDataSource database, IPartitionLog log, IOptions<ClusterRuntimeOptions> options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="ClusterStorageException">The database does not answer, refuses, or does not fit.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var identity = await log.IdentityAsync(cancellationToken);
        try
        {
            await ClusterSchema.ApplyAsync(database, options.Value.PartitionsCount, identity, cancellationToken);
        }
        catch (NpgsqlException error)
        {
            var at = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            throw new ClusterStorageException(
                $"The database '{at.Database ?? at.Username}' on {at.Host}:{at.Port}, which Cluster:ConnectionString names, cannot be used: {error.InnerException?.Message ?? error.Message}");
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
