using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class ClusterSchemaTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task Applying_again_changes_nothing()
    {
        await using var database = await postgres.EmptyDatabaseAsync();
        await ClusterSchema.ApplyAsync(database, 4);
        await database.ExecuteAsync("UPDATE cx_partition SET last_row = 7 WHERE partition = 2");

        await ClusterSchema.ApplyAsync(database, 4);

        Assert.Equal(ClusterSchema.Version, await database.NumberAsync("SELECT max(version) FROM cx_schema"));
        Assert.Equal(ClusterSchema.Version, await database.NumberAsync("SELECT count(*) FROM cx_schema"));
        Assert.Equal(4, await database.NumberAsync("SELECT count(*) FROM cx_partition"));
        Assert.Equal(7, await database.NumberAsync("SELECT sum(last_row) FROM cx_partition"));
    }

    [PostgresFact]
    public async Task Four_nodes_may_start_on_an_empty_database_at_once()
    {
        await using var database = await postgres.EmptyDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ClusterSchema.ApplyAsync(database, 4)));

        Assert.Equal(ClusterSchema.Version, await database.NumberAsync("SELECT count(*) FROM cx_schema"));
        Assert.Equal(4, await database.NumberAsync("SELECT count(*) FROM cx_partition"));
    }

    [PostgresFact]
    public async Task Another_number_of_partitions_is_refused_with_both()
    {
        await using var database = await postgres.DatabaseAsync(partitionsCount: 4);

        var error = await Assert.ThrowsAsync<ClusterStorageException>(() => ClusterSchema.ApplyAsync(database, 8));

        Assert.Equal("The database has 4 partitions, and 8 are configured; their number cannot change once data is in them", error.Message);
        Assert.Equal(4, await database.NumberAsync("SELECT count(*) FROM cx_partition"));
    }

    [PostgresFact]
    public async Task Another_log_is_refused_with_both()
    {
        await using var database = await postgres.EmptyDatabaseAsync();
        await ClusterSchema.ApplyAsync(database, 4, "eventhubs:a/b made 2026-01-01T00:00:00Z");
        await ClusterSchema.ApplyAsync(database, 4, "eventhubs:a/b made 2026-01-01T00:00:00Z");

        foreach (var other in new[] { PostgresLog.Identity, "eventhubs:a/b made 2026-02-02T00:00:00Z" })
        {
            var error = await Assert.ThrowsAsync<ClusterStorageException>(() => ClusterSchema.ApplyAsync(database, 4, other));
            Assert.StartsWith($"The database belongs to the log 'eventhubs:a/b made 2026-01-01T00:00:00Z', and '{other}' is configured", error.Message);
        }
    }

    [PostgresFact]
    public async Task A_database_from_before_that_has_rows_belongs_to_its_own_log()
    {
        await using var database = await postgres.DatabaseAsync(partitionsCount: 4);
        await database.ExecuteAsync("UPDATE cx_partition SET last_row = 7 WHERE partition = 2");
        await database.TakeBackAsync(fromVersion: 7);

        await Assert.ThrowsAsync<ClusterStorageException>(() => ClusterSchema.ApplyAsync(database, 4, "eventhubs:a/b"));

        await ClusterSchema.ApplyAsync(database, 4);
    }

    [PostgresFact]
    public async Task A_newer_database_is_refused()
    {
        await using var database = await postgres.DatabaseAsync(partitionsCount: 4);
        await database.ExecuteAsync("INSERT INTO cx_schema (version) VALUES (999)");

        var error = await Assert.ThrowsAsync<ClusterStorageException>(() => ClusterSchema.ApplyAsync(database, 4));

        Assert.StartsWith("The database's schema has version 999, and", error.Message);
    }
}
