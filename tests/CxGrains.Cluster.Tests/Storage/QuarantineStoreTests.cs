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
}
