using Npgsql;

namespace CxGrains.Cluster.Delivery;

/// <summary>Commands of the outbox, with their parameters in order.</summary>
internal static class Sql
{
    /// <summary>A command on a connection of its own.</summary>
    public static NpgsqlCommand Of(NpgsqlDataSource database, string sql, params ReadOnlySpan<object?> values) => Fill(database.CreateCommand(sql), values);

    /// <summary>A command of a transaction.</summary>
    public static NpgsqlCommand Of(NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
#pragma warning disable CA2100 // The texts are this folder's.
        return Fill(new NpgsqlCommand(sql, connection), values);
#pragma warning restore CA2100
    }

    /// <summary>Runs a command of a transaction; gives how many rows it touched.</summary>
    public static async Task<int> RunAsync(NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = Of(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
