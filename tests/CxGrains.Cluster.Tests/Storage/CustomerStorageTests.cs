using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;
using Npgsql;
using Orleans.Storage;

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class CustomerStorageTests(PostgresFixture postgres)
{
    private const string Count = "SELECT count(*) FROM cx_customer_state";
    private const string CountMarks = "SELECT count(*) FROM cx_erased";

    [PostgresFact]
    public async Task A_state_comes_back_and_its_tag_moves_with_each_write()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        var state = await connection.ReadAsync("acme/1");
        Assert.False(state.RecordExists);
        state.State!.Text = "first";
        await connection.WriteAsync("acme/1", state);
        state.State!.Text = "second";
        await connection.WriteAsync("acme/1", state);

        var read = await connection.ReadAsync("acme/1");

        Assert.Equal(("second", "2", true), (read.State!.Text, read.ETag, read.RecordExists));
        Assert.False((await connection.ReadAsync("acme/2")).RecordExists);
    }

    [PostgresFact]
    public async Task More_writes_at_once_than_fit_a_statement_are_all_stored()
    {
        const int Customers = (3 * CustomerStateWriter.StatesMax) + 1;
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);

        Assert.DoesNotContain(false, await Task.WhenAll(Enumerable.Range(0, Customers).Select(i => connection.TryWriteFirstAsync($"acme/{i}", $"{i}"))));

        Assert.Equal(Customers, await database.NumberAsync(Count));
        Assert.Equal($"{Customers - 1}", (await connection.ReadAsync($"acme/{Customers - 1}")).State!.Text);
    }

    [PostgresFact]
    public async Task Of_first_writes_of_one_customer_at_once_one_wins_within_a_silo_and_between_silos()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var one = StorageConnection.OpenCustomers(database.ConnectionString);
        await using var other = StorageConnection.OpenCustomers(database.ConnectionString);

        for (var i = 0; i < 100; i++)
        {
            var key = $"acme/{i}";
            var won = await Task.WhenAll(new[] { one, one, other, other }.Select(connection => Task.Run(() => connection.TryWriteFirstAsync(key, "first"))));
            Assert.Single(won, isWinner => isWinner);
        }

        Assert.Equal(100, await database.NumberAsync(Count));
    }

    [PostgresFact]
    public async Task A_write_with_an_older_tag_throws_and_changes_nothing_while_its_neighbours_are_written()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("acme/1", "first"));
        var (newer, older) = (await connection.ReadAsync("acme/1"), await connection.ReadAsync("acme/1"));
        newer.State!.Text = "newer";
        await connection.WriteAsync("acme/1", newer);
        older.State!.Text = "older";

        var refused = connection.WriteAsync("acme/1", older);
        var neighbours = await Task.WhenAll(Enumerable.Range(2, 20).Select(i => connection.TryWriteFirstAsync($"acme/{i}", "first")));

        await Assert.ThrowsAsync<InconsistentStateException>(() => refused);
        await Assert.ThrowsAsync<InconsistentStateException>(() => connection.ClearAsync("acme/1", older));
        Assert.DoesNotContain(false, neighbours);
        Assert.Equal("newer", (await connection.ReadAsync("acme/1")).State!.Text);
    }

    [PostgresFact]
    public async Task Clearing_deletes_the_row_and_an_old_state_does_not_bring_it_back()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("acme/1", "personal"));
        var (state, stale) = (await connection.ReadAsync("acme/1"), await connection.ReadAsync("acme/1"));

        await connection.ClearAsync("acme/1", state);

        Assert.Equal(0, await database.NumberAsync(Count));
        await Assert.ThrowsAsync<InconsistentStateException>(() => connection.WriteAsync("acme/1", stale));
        Assert.Equal(0, await database.NumberAsync(Count));
        state.State!.Text = "anew";
        await connection.WriteAsync("acme/1", state);
        Assert.Equal("1", state.ETag);
    }

    [PostgresFact]
    public async Task A_state_from_before_an_erase_is_refused_while_its_neighbours_are_written()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        await EraseAsync(connection, "acme/1", at: 10);
        await EraseAsync(connection, "acme/1", at: 8);

        var written = await Task.WhenAll(new[] { "acme/1", "acme/2", "globex/1" }.Select(key => connection.TryWriteFirstAsync(key, "old", position: 10)));

        Assert.Equal([false, true, true], written);
        Assert.False((await connection.ReadAsync("acme/1")).RecordExists);
        Assert.Equal(1, await database.NumberAsync(CountMarks));
    }

    [PostgresFact]
    public async Task A_state_from_behind_an_erase_is_of_one_that_began_anew()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        await EraseAsync(connection, "acme/1", at: 10);
        await EraseAsync(connection, "acme/2", at: 10);

        Assert.True(await connection.TryWriteFirstAsync("acme/1", "anew", position: 11));

        Assert.Equal("anew", (await connection.ReadAsync("acme/1")).State!.Text);
        Assert.Equal(1, await database.NumberAsync(CountMarks));
    }

    [PostgresFact]
    public async Task A_state_from_before_is_refused_too_where_the_erase_is_on_its_way()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        Assert.True(await connection.TryWriteFirstAsync("acme/1", "personal", position: 9));
        await using var erasing = await database.OpenConnectionAsync();
        await using var erase = await erasing.BeginTransactionAsync();
        await using var delete = new NpgsqlCommand("DELETE FROM cx_customer_state", erasing);
        await delete.ExecuteNonQueryAsync();
        await using var mark = Sql.Of(erasing, "INSERT INTO cx_erased (mark, position) VALUES ($1, 10)", await new ErasedMarks(database).OfAsync("acme/1"));
        await mark.ExecuteNonQueryAsync();

        var written = connection.TryWriteFirstAsync("acme/1", "old", position: 9);
        await database.UntilSomeoneWaitsAsync();
        await erase.CommitAsync();

        Assert.False(await written);
        Assert.Equal(0, await database.NumberAsync(Count));
    }

    [PostgresFact]
    public async Task Marks_whose_time_is_over_are_removed()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var connection = StorageConnection.OpenCustomers(database.ConnectionString);
        await EraseAsync(connection, "acme/1", at: 10);
        await database.ExecuteAsync($"UPDATE cx_erased SET made = now() - interval '{ErasedMarks.KeptDays} days 1 second'");
        await EraseAsync(connection, "acme/2", at: 10);

        await new ErasedMarks(database).RemoveOldAsync();

        Assert.Equal(1, await database.NumberAsync(CountMarks));
        Assert.False(await connection.TryWriteFirstAsync("acme/2", "old", position: 10));
    }

    private static async Task EraseAsync(StorageConnection connection, string key, long at)
    {
        var state = await connection.ReadAsync(key);
        state.State!.Position = at;
        await connection.ClearAsync(key, state);
    }
}
