using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class IndexStoreTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task A_row_before_what_is_stored_changes_nothing_and_the_same_position_replaces()
    {
        await using var database = await postgres.DatabaseAsync();
        var index = new IndexStore(database);
        await index.UpsertAsync(0, [new("w", "a", 10, [1]), new("w", "b", 10, [1]), new("w", "c", 10, [1])]);

        await index.UpsertAsync(0, [new("w", "a", 9, [2]), new("w", "b", 10, [2]), new("w", "c", 11, [2]), new("other", "a", 1, [3])]);

        Assert.Equal([("other", "a", 1L, 3), ("w", "a", 10L, 1), ("w", "b", 10L, 2), ("w", "c", 11L, 2)], await ReadAsync(index, 0));
    }

    [PostgresFact]
    public async Task Of_several_rows_for_a_customer_the_last_by_position_counts()
    {
        await using var database = await postgres.DatabaseAsync();
        var index = new IndexStore(database);

        await index.UpsertAsync(0, [new("w", "a", 1, [1]), new("w", "a", 3, [3]), new("w", "a", 2, [2])]);

        Assert.Equal([("w", "a", 3L, 3)], await ReadAsync(index, 0));
    }

    [PostgresFact]
    public async Task More_rows_than_one_command_takes_go_in_several_and_the_last_by_position_counts_in_all()
    {
        await using var database = await postgres.DatabaseAsync();
        var index = new IndexStore(database);
        var rows = Enumerable.Range(0, IndexStore.CommandRowsMax).Select(i => new IndexRow("w", $"c{i}", 5, [5]));

        await index.UpsertAsync(0, [.. rows, new("w", "c0", 4, [4]), new("w", "c1", 6, [6]), new("w", "more", 1, [1])]);

        var stored = (await ReadAsync(index, 0)).ToDictionary(row => row.Customer, row => row.Entry);
        Assert.Equal((IndexStore.CommandRowsMax + 1, 5, 6, 1), (stored.Count, stored["c0"], stored["c1"], stored["more"]));
    }

    [PostgresFact]
    public async Task A_partition_reads_its_own_rows()
    {
        await using var database = await postgres.DatabaseAsync();
        var index = new IndexStore(database);
        await index.UpsertAsync(0, [new("w", "a", 1, [1])]);
        await index.UpsertAsync(1, [new("w", "b", 1, [1])]);
        await index.UpsertAsync(2, []);

        Assert.Equal([("w", "b", 1L, 1)], await ReadAsync(index, 1));
        Assert.Empty(await ReadAsync(index, 2));
    }

    private static async Task<IReadOnlyList<(string Workspace, string Customer, long Position, int Entry)>> ReadAsync(IndexStore index, int partition)
    {
        var rows = new List<(string, string, long, int)>();
        await foreach (var row in index.ReadAsync(partition))
        {
            rows.Add((row.Workspace, row.Customer, row.Position, Assert.Single(row.Entry)));
        }

        return [.. rows.Order()];
    }
}
