using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Moving;
using CxGrains.Domain;
using Npgsql;

namespace CxGrains.Cluster.Moving;

/// <summary>The move that a database takes in, if any. Changes hold all partitions' rows, so that nothing is appended meanwhile.</summary>
internal sealed class MoveStore(NpgsqlDataSource database)
{
    /// <summary>Begins a move, or finds it where it was begun; says how far it is.</summary>
    /// <exception cref="InvalidFieldException">The database has another number of partitions.</exception>
    /// <exception cref="ConflictException">The database has interactions of its own, or took another directory in.</exception>
    public async Task<MoveState> BeginAsync(MoveSource source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var lastRows = await LockAsync(connection, cancellationToken);
        ThrowIfOtherCount(source, lastRows.Count);
        if (await FindAsync(connection, source, cancellationToken) is { } state)
        {
            return state;
        }

        if (lastRows.FindIndex(row => row > 0) is >= 0 and var used)
        {
            throw new ConflictException(
                $"The cluster has interactions or segments of its own (partition {used} is at row {lastRows[used]}), and a directory can only be moved into one that has none");
        }

        await ExecuteAsync(connection, "INSERT INTO cx_move (source) VALUES ($1)", [source.Id], cancellationToken);
        await ExecuteAsync(connection, "UPDATE cx_partition SET is_moving = true", [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return MoveState.Open;
    }

    /// <summary>Ends a move: the logs go on behind the directory's. One that has ended changes nothing.</summary>
    /// <exception cref="ConflictException">Customers are missing.</exception>
    public async Task SealAsync(MoveSource source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        if (await FindAsync(connection, source, cancellationToken) == MoveState.Sealed)
        {
            return;
        }

        var customers = await CountCustomersAsync(connection, cancellationToken);
        if (customers != source.CustomersCount)
        {
            throw new ConflictException($"{customers} of {source.CustomersCount} customers have arrived: repeat the move from its beginning");
        }

        await ExecuteAsync(connection, "UPDATE cx_partition SET last_row = $1, is_moving = false", [source.LastRow], cancellationToken);
        await ExecuteAsync(connection, "UPDATE cx_move SET is_sealed = true WHERE source = $1", [source.Id], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void ThrowIfOtherCount(MoveSource source, int partitionsCount)
    {
        if (partitionsCount != source.PartitionsCount)
        {
            throw new InvalidFieldException(
                "partitions",
                $"the directory has {source.PartitionsCount} partitions and the cluster has {partitionsCount}, and their number cannot change: start the cluster on an empty database with Cluster:PartitionsCount {source.PartitionsCount}");
        }
    }

    // The last row of each partition. In the order in which appends take them, so that neither waits for the other for ever.
    private static async Task<List<long>> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("SELECT last_row FROM cx_partition ORDER BY partition FOR UPDATE", connection);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var lastRows = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lastRows.Add(reader.GetInt64(0));
        }

        return lastRows;
    }

    // Parts of two directories, or of one at two times, would be mixed: a customer that one of them lacks would stay.
    private static async Task<MoveState?> FindAsync(NpgsqlConnection connection, MoveSource source, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("SELECT source, is_sealed FROM cx_move", connection);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        return reader.GetString(0) == source.Id
            ? reader.GetBoolean(1) ? MoveState.Sealed : MoveState.Open
            : throw new ConflictException("The cluster holds parts of another directory, or of this one as it was at another time: give the cluster an empty database");
    }

    private static async Task<long> CountCustomersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand("SELECT count(*) FROM cx_customer", connection);
        return (long)(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The text comes from this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
