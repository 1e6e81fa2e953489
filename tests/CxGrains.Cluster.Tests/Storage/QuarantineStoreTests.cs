using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class QuarantineStoreTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task A_replayed_interaction_is_kept_once()
    {
        await using var database = await postgres.DatabaseAsync();
        var quarantine = new QuarantineStore(database);
        await quarantine.AddAsync(0, [new(1, "w", [1], "first")]);

        await quarantine.AddAsync(0, [new(1, "w", [1], "again"), new(2, "w", [2], "with a \0 in it")]);
        await quarantine.AddAsync(1, [new(1, "w", [1], "elsewhere")]);
        await quarantine.AddAsync(1, []);

        await using var command = database.CreateCommand("SELECT array_agg(error ORDER BY partition, position) FROM cx_quarantine");
        Assert.Equal(["first", "with a \uFFFD in it", "elsewhere"], (string[])(await command.ExecuteScalarAsync())!);
    }

    [PostgresFact]
    public async Task Past_the_limit_of_a_partition_the_oldest_are_let_go()
    {
        await using var database = await postgres.DatabaseAsync();
        var quarantine = new QuarantineStore(database);
        await quarantine.AddAsync(1, [new(1, "w", [], "of another partition")]);

        await quarantine.AddAsync(0, [.. Enumerable.Range(1, QuarantineStore.RowsMax + 3).Select(i => new QuarantineRow(i, "w", [], ""))]);

        Assert.Equal(QuarantineStore.RowsMax, await database.NumberAsync("SELECT count(*) FROM cx_quarantine WHERE partition = 0"));
        Assert.Equal(4, await database.NumberAsync("SELECT min(position) FROM cx_quarantine WHERE partition = 0"));
        Assert.Equal(1, await database.NumberAsync("SELECT count(*) FROM cx_quarantine WHERE partition = 1"));
    }
}
