using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Holds all partitions as a slow writer would: whoever appends meanwhile waits.</summary>
internal sealed class HeldPartitions : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldPartitions(NpgsqlDataSource database, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _database = database;
        _connection = connection;
        _transaction = transaction;
    }

    public static async Task<HeldPartitions> HoldAsync(NpgsqlDataSource database)
    {
        var connection = await database.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT FROM cx_partition FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync();
        return new HeldPartitions(database, connection, transaction);
    }

    /// <summary>Comes back once a writer waits: what it took for its transaction is no longer in its queue.</summary>
    public Task AwaitWriterAsync() => _database.UntilSomeoneWaitsAsync();

    /// <summary>Lets go of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
