using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;
using Npgsql;
using Orleans.Storage;

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class GrainStorageTests(PostgresFixture postgres)
{
    private const int KeysCount = 1_000;
    private const int ConnectionsCount = 4;

    // As commonly shipped: the index on the key is not unique, and a first write looks for a row before it inserts one.
    private const string CommonlyShipped = """
        ALTER TABLE orleansstorage DROP CONSTRAINT orleansstorage_pkey;
        CREATE INDEX ON orleansstorage (grainidhash, graintypehash);
        UPDATE orleansquery SET querytext = $$
            INSERT INTO orleansstorage
                (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, grainidextensionstring, serviceid, payloadbinary, version)
            SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, 1
            WHERE @GrainStateVersion IS NULL AND NOT EXISTS (
                SELECT FROM orleansstorage
                WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidextensionstring = @GrainIdExtensionString)
            RETURNING version AS NewGrainStateVersion
            $$
        WHERE querykey = 'WriteToStorageKey'
        """;

    [PostgresFact]
    public async Task Of_first_writes_at_once_through_four_connections_one_wins_and_leaves_one_row()
    {
        await using var database = await postgres.DatabaseAsync();

        var winners = await WriteFirstAsync(database);

        Assert.Equal(KeysCount, await database.NumberAsync("SELECT count(*) FROM orleansstorage"));
        Assert.All(winners, count => Assert.Equal(1, count));
    }

    [PostgresFact]
    public async Task With_the_commonly_shipped_index_the_same_writes_leave_more_rows_and_grains_that_cannot_be_read()
    {
        await using var database = await postgres.DatabaseAsync();
        await database.ExecuteAsync(CommonlyShipped);

        await WriteFirstAsync(database);

        Assert.True(await database.NumberAsync("SELECT count(*) FROM orleansstorage") > KeysCount);
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        await using var command = database.CreateCommand("SELECT grainidextensionstring FROM orleansstorage GROUP BY 1 HAVING count(*) > 1 LIMIT 1");
        var twice = (string)(await command.ExecuteScalarAsync())!;
        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.ReadAsync(twice));
    }

    [PostgresFact]
    public async Task Shards_that_were_stored_under_one_name_are_found_under_their_own()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        foreach (var id in new[] { "nps", "3", "all" })
        {
            await connection.WriteAsync($"acme/0/{id}", new GrainState<StoredThing>(new StoredThing { Text = id }), "state");
        }

        await database.TakeBackAsync(fromVersion: 8);
        await ClusterSchema.ApplyAsync(database, 4);

        foreach (var (id, name) in new[] { ("nps", "survey"), ("3", "segment"), ("all", "state") })
        {
            Assert.Equal(id, (await connection.ReadAsync($"acme/0/{id}", name)).State?.Text);
        }
    }

    [PostgresFact]
    public async Task A_state_comes_back_and_its_tag_moves_with_each_write()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        var state = await connection.ReadAsync("customer/1");
        Assert.False(state.RecordExists);
        state.State!.Text = "first";
        await connection.WriteAsync("customer/1", state);
        state.State!.Text = "second";
        await connection.WriteAsync("customer/1", state);

        var read = await connection.ReadAsync("customer/1");

        Assert.Equal(("second", "2", true), (read.State!.Text, read.ETag, read.RecordExists));
        Assert.False((await connection.ReadAsync("customer/2")).RecordExists);
    }

    [PostgresFact]
    public async Task A_write_with_an_older_tag_throws_and_changes_nothing()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("customer/1", "first"));
        var (one, other) = (await connection.ReadAsync("customer/1"), await connection.ReadAsync("customer/1"));
        one.State!.Text = "one";
        await connection.WriteAsync("customer/1", one);
        other.State!.Text = "other";

        await Assert.ThrowsAsync<InconsistentStateException>(() => connection.WriteAsync("customer/1", other));
        await Assert.ThrowsAsync<InconsistentStateException>(() => connection.ClearAsync("customer/1", other));

        Assert.Equal("one", (await connection.ReadAsync("customer/1")).State!.Text);
    }

    [PostgresFact]
    public async Task Clearing_deletes_the_row_and_the_grain_may_write_again()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("customer/1", "personal"));
        var state = await connection.ReadAsync("customer/1");

        await connection.ClearAsync("customer/1", state);

        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM orleansstorage"));
        state.State!.Text = "anew";
        await connection.WriteAsync("customer/1", state);
        Assert.Equal("1", state.ETag);
    }

    [PostgresFact]
    public async Task A_state_that_was_cleared_meanwhile_is_not_brought_back()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("customer/1", "personal"));
        var stale = await connection.ReadAsync("customer/1");
        await connection.ClearAsync("customer/1", await connection.ReadAsync("customer/1"));

        await Assert.ThrowsAsync<InconsistentStateException>(() => connection.WriteAsync("customer/1", stale));

        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM orleansstorage"));
    }

    // The provider reads a key that looks like a hexadecimal number or a GUID as one. Grains with keys from outside need a
    // prefix that is none: this says why.
    [PostgresFact]
    public async Task Keys_that_read_as_the_same_number_are_one_grain_to_the_provider()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = await StorageConnection.OpenAsync(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("ff", "lower"));
        Assert.False(await connection.TryWriteFirstAsync("FF", "upper"));

        Assert.True(await connection.TryWriteFirstAsync("acme/ff", "lower"));
        Assert.True(await connection.TryWriteFirstAsync("acme/FF", "upper"));
    }

    // Writes each key first through all connections at once, and counts for each key how many were told that they won.
    private static async Task<IReadOnlyList<int>> WriteFirstAsync(NpgsqlDataSource database)
    {
        var connections = new List<StorageConnection>();
        for (var i = 0; i < ConnectionsCount; i++)
        {
            connections.Add(await StorageConnection.OpenAsync(database.ConnectionString));
        }

        var winners = new List<int>();
        for (var key = 0; key < KeysCount; key++)
        {
            var name = $"customer/{key}";
            var won = await Task.WhenAll(connections.Select(connection => Task.Run(() => connection.TryWriteFirstAsync(name, "first"))));
            winners.Add(won.Count(one => one));
        }

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        return winners;
    }
}
