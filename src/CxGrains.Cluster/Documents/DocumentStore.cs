using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using Npgsql;

namespace CxGrains.Cluster.Documents;

/// <summary>Documents in PostgreSQL, asked for each time: they are few and so are those who ask.</summary>
/// <param name="database">A database with the tables of <c>ClusterSchema</c>; it stays the caller's.</param>
public sealed class DocumentStore(NpgsqlDataSource database) : IDocuments
{
    private const string Columns = "SELECT workspace, kind, id, key, json, version FROM cx_document";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDocument>> OfAsync(string workspace, string kind, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand($"{Columns} WHERE workspace = $1 AND kind = $2 ORDER BY id");
        select.Parameters.Add(new() { Value = workspace });
        select.Parameters.Add(new() { Value = kind });
        return await ReadAsync(select, cancellationToken).OrUnavailableAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument?> FindAsync(string workspace, string kind, string id, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand($"{Columns} WHERE workspace = $1 AND kind = $2 AND id = $3");
        select.Parameters.Add(new() { Value = workspace });
        select.Parameters.Add(new() { Value = kind });
        select.Parameters.Add(new() { Value = id });
        return One(await ReadAsync(select, cancellationToken).OrUnavailableAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument?> FindByKeyAsync(string kind, string key, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand($"{Columns} WHERE kind = $1 AND key = $2");
        select.Parameters.Add(new() { Value = kind });
        select.Parameters.Add(new() { Value = key });
        return One(await ReadAsync(select, cancellationToken).OrUnavailableAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument> PutAsync(StoredDocument document, int? expectedVersion, CancellationToken cancellationToken) =>
        await StoreAsync(document, expectedVersion, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string workspace, string kind, string id, CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand("DELETE FROM cx_document WHERE workspace = $1 AND kind = $2 AND id = $3");
        delete.Parameters.Add(new() { Value = workspace });
        delete.Parameters.Add(new() { Value = kind });
        delete.Parameters.Add(new() { Value = id });
        return await delete.ExecuteNonQueryAsync(cancellationToken).OrUnavailableAsync(cancellationToken) > 0;
    }

    private async Task<StoredDocument> StoreAsync(StoredDocument document, int? expectedVersion, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // One writer at a time for each workspace and kind: versions, bounds and keys are looked at before they are changed.
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))", connection, transaction);
        hold.Parameters.Add(new() { Value = document.Workspace });
        hold.Parameters.Add(new() { Value = "document " + document.Kind });
        await hold.ExecuteNonQueryAsync(cancellationToken);
        await using var select = new NpgsqlCommand($"{Columns} WHERE workspace = $1 AND kind = $2", connection, transaction);
        select.Parameters.Add(new() { Value = document.Workspace });
        select.Parameters.Add(new() { Value = document.Kind });
        var all = await ReadAsync(select, cancellationToken);
        var next = DocumentRules.Next(document, all.Find(other => other.Id == document.Id), expectedVersion, all.Count);
        await using var upsert = new NpgsqlCommand(
            """
            INSERT INTO cx_document (workspace, kind, id, key, json, version) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (workspace, kind, id) DO UPDATE SET key = excluded.key, json = excluded.json, version = excluded.version
            """,
            connection,
            transaction);
        upsert.Parameters.Add(new() { Value = next.Workspace });
        upsert.Parameters.Add(new() { Value = next.Kind });
        upsert.Parameters.Add(new() { Value = next.Id });
        upsert.Parameters.Add(new() { Value = (object?)next.Key ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        upsert.Parameters.Add(new() { Value = next.Json });
        upsert.Parameters.Add(new() { Value = next.Version });
        try
        {
            await upsert.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ConflictException($"Another {next.Kind} has the key of '{next.Id}'");
        }

        await transaction.CommitAsync(cancellationToken);
        return next;
    }

    private static StoredDocument? One(List<StoredDocument> rows) => rows.Count == 0 ? null : rows[0];

    private static async Task<List<StoredDocument>> ReadAsync(NpgsqlCommand select, CancellationToken cancellationToken)
    {
        var documents = new List<StoredDocument>();
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            documents.Add(new StoredDocument(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3), reader.GetString(4), reader.GetInt32(5)));
        }

        return documents;
    }
}
