using System.Runtime.CompilerServices;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>The index in PostgreSQL: one row for each customer.</summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
public sealed class IndexStore(NpgsqlDataSource database)
{
    /// <summary>Rows in one command.</summary>
    public const int CommandRowsMax = 2_000;

    /// <summary>Writes rows, some in a command: where one fails, those before it stay. A row that stands before what is stored changes nothing.</summary>
    /// <param name="partition">The partition of all these customers.</param>
    /// <param name="rows">The rows; of several for one customer the last by position counts.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task UpsertAsync(int partition, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var some in rows.Chunk(CommandRowsMax))
        {
            await UpsertSomeAsync(partition, some, cancellationToken);
        }
    }

    /// <summary>Reads all rows of a partition, in no particular order.</summary>
    public async IAsyncEnumerable<IndexRow> ReadAsync(int partition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("SELECT workspace, customer, position, entry FROM cx_customer WHERE partition = $1");
        command.Parameters.Add(new() { Value = partition });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new IndexRow(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
        }
    }

    private async Task UpsertSomeAsync(int partition, IndexRow[] rows, CancellationToken cancellationToken)
    {
        // One row a customer, or the command would fail; and in one order for all, so that two workers never wait for each other.
        await using var command = database.CreateCommand("""
            INSERT INTO cx_customer (workspace, customer, partition, position, entry)
            SELECT DISTINCT ON (workspace, customer) workspace, customer, $1, position, entry
            FROM unnest($2, $3, $4, $5) AS r (workspace, customer, position, entry)
            ORDER BY workspace, customer, position DESC
            ON CONFLICT (workspace, customer) DO UPDATE
            SET partition = excluded.partition, position = excluded.position, entry = excluded.entry
            WHERE excluded.position >= cx_customer.position
            """);
        command.Parameters.Add(new() { Value = partition });
        command.Parameters.Add(new() { Value = (string[])[.. rows.Select(row => row.Workspace)] });
        command.Parameters.Add(new() { Value = (string[])[.. rows.Select(row => row.Customer)] });
        command.Parameters.Add(new() { Value = (long[])[.. rows.Select(row => row.Position)] });
        command.Parameters.Add(new() { Value = (byte[][])[.. rows.Select(row => row.Entry)] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
