using CxGrains.Cluster.Storage;
using CxGrains.Tests.Postgres;
using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>The server of a collection of tests. Nothing here depends on the disk keeping its word, so it does not wait for it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public async Task InitializeAsync()
    {
        // Where tests skip, the fixture is made all the same.
        if (PostgresServer.Missing is null)
        {
            _server = await PostgresServer.StartAsync(fsync: false);
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Stops the server, as a crash would.</summary>
    public Task StopServerAsync() => _server!.StopAsync(immediate: true);

    /// <summary>Starts it again.</summary>
    public Task StartServerAgainAsync() => _server!.StartAgainAsync();

    /// <summary>The connection string of an empty database.</summary>
    public Task<string> ConnectionStringAsync() => _server!.CreateDatabaseAsync();

    /// <summary>An empty database.</summary>
    public async Task<NpgsqlDataSource> EmptyDatabaseAsync() => NpgsqlDataSource.Create(await _server!.CreateDatabaseAsync());

    /// <summary>A database with the tables.</summary>
    public async Task<NpgsqlDataSource> DatabaseAsync(int partitionsCount = 4)
    {
        var database = await EmptyDatabaseAsync();
        await ClusterSchema.ApplyAsync(database, partitionsCount);
        return database;
    }
}
