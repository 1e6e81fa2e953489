using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>The quarantine in PostgreSQL.</summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
public sealed class QuarantineStore(NpgsqlDataSource database)
{
    /// <summary>Interactions kept of one partition, the last by position; older ones are let go.</summary>
    public const int RowsMax = 10_000;

    // With lines of 64 KiB at most, some MiB.
    private const int CommandRowsMax = 100;

    /// <summary>Keeps interactions; one that is there already, from an earlier run over the same positions, stays as it is.</summary>
    public async Task AddAsync(int partition, IReadOnlyList<QuarantineRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var some in rows.Chunk(CommandRowsMax))
        {
            await InsertAsync(partition, some, cancellationToken);
        }

        if (rows.Count > 0)
        {
            await LetGoAsync(partition, cancellationToken);
        }
    }

    private async Task InsertAsync(int partition, QuarantineRow[] rows, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            INSERT INTO cx_quarantine (partition, position, workspace, line, error)
            SELECT $1, * FROM unnest($2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new() { Value = partition });
        command.Parameters.Add(new() { Value = (long[])[.. rows.Select(row => row.Position)] });
        command.Parameters.Add(new() { Value = (string[])[.. rows.Select(row => row.Workspace)] });
        command.Parameters.Add(new() { Value = (byte[][])[.. rows.Select(row => row.Line)] });

        // PostgreSQL's text has no NUL, and an error's message may quote anything.
        command.Parameters.Add(new() { Value = (string[])[.. rows.Select(row => row.Error.Replace('\0', '\uFFFD'))] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task LetGoAsync(int partition, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            DELETE FROM cx_quarantine
            WHERE partition = $1 AND position <= (SELECT position FROM cx_quarantine WHERE partition = $1 ORDER BY position DESC OFFSET $2 LIMIT 1)
            """);
        command.Parameters.Add(new() { Value = partition });
        command.Parameters.Add(new() { Value = RowsMax });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
