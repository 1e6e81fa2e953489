using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>The quarantine in PostgreSQL.</summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
public sealed class QuarantineStore(NpgsqlDataSource database)
{
    /// <summary>Keeps interactions; one that is there already, from an earlier run over the same positions, stays as it is.</summary>
    public async Task AddAsync(int partition, IReadOnlyList<QuarantineRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return;
        }

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
}
