using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Holds all partitions as a slow writer would: whoever appends meanwhile waits.</summary>
internal sealed class HeldPartitions : IAsyncDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

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
    public async Task AwaitWriterAsync()
    {
        using var deadline = new CancellationTokenSource(WaitMax);
        while (await _database.NumberAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
        {
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Lets go of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
