using CxGrains.Abstractions.Quarantine;
using Npgsql;

namespace CxGrains.Cluster.Documents;

/// <summary>Payloads in quarantine in PostgreSQL.</summary>
/// <param name="database">A database with the tables of <c>ClusterSchema</c>; it stays the caller's.</param>
public sealed class PayloadQuarantine(NpgsqlDataSource database) : IPayloadQuarantine
{
    /// <inheritdoc/>
    public async ValueTask AddAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken) =>
        await StoreAsync(workspace, payloads, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<QuarantineList> ListAsync(string workspace, string? source, int limit, long? beforeId, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand("""
            SELECT id, source, received_ms, reason, substring(body from 1 for $1), length(body) FROM cx_payload
            WHERE workspace = $2 AND id < $3 AND ($4 = '' OR source = $4) ORDER BY id DESC LIMIT $5
            """);
        select.Parameters.Add(new() { Value = IPayloadQuarantine.PreviewBytesMax });
        select.Parameters.Add(new() { Value = workspace });
        select.Parameters.Add(new() { Value = beforeId ?? long.MaxValue });
        select.Parameters.Add(new() { Value = source ?? "" });
        select.Parameters.Add(new() { Value = limit });
        var payloads = await ReadAsync(select, cancellationToken).OrUnavailableAsync(cancellationToken);
        return await TotalsAsync(workspace, payloads, cancellationToken).OrUnavailableAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<QuarantinedPayload?> FindAsync(string workspace, long id, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand("SELECT id, source, received_ms, reason, body, length(body) FROM cx_payload WHERE workspace = $1 AND id = $2");
        select.Parameters.Add(new() { Value = workspace });
        select.Parameters.Add(new() { Value = id });
        return One(await ReadAsync(select, cancellationToken).OrUnavailableAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string workspace, long id, CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand("DELETE FROM cx_payload WHERE workspace = $1 AND id = $2");
        delete.Parameters.Add(new() { Value = workspace });
        delete.Parameters.Add(new() { Value = id });
        return await delete.ExecuteNonQueryAsync(cancellationToken).OrUnavailableAsync(cancellationToken) > 0;
    }

    private async Task<bool> StoreAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // One at a time for each workspace, so that what is let go is counted once.
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext($1), hashtext('payload'))", connection, transaction);
        hold.Parameters.Add(new() { Value = workspace });
        await hold.ExecuteNonQueryAsync(cancellationToken);
        await using var insert = new NpgsqlCommand(
            "INSERT INTO cx_payload (workspace, source, received_ms, reason, body) SELECT $1, * FROM unnest($2, $3, $4, $5)", connection, transaction);
        insert.Parameters.Add(new() { Value = workspace });
        insert.Parameters.Add(new() { Value = (string[])[.. payloads.Select(payload => payload.Source)] });
        insert.Parameters.Add(new() { Value = (long[])[.. payloads.Select(payload => payload.ReceivedMs)] });

        // PostgreSQL's text has no NUL, and a reason may quote anything.
        insert.Parameters.Add(new() { Value = (string[])[.. payloads.Select(payload => payload.Reason.Replace('\0', '\uFFFD'))] });
        insert.Parameters.Add(new() { Value = (byte[][])[.. payloads.Select(payload => payload.Body.ToArray())] });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await using var letGo = new NpgsqlCommand(
            """
            WITH ranked AS (
                SELECT id, row_number() OVER newest AS place, sum(length(body)) OVER newest AS bytes
                FROM cx_payload WHERE workspace = $1 WINDOW newest AS (ORDER BY id DESC)),
            gone AS (
                DELETE FROM cx_payload USING ranked WHERE cx_payload.id = ranked.id AND (place > $2 OR bytes > $3) RETURNING 1)
            INSERT INTO cx_payload_dropped (workspace, count) SELECT $1, count(*) FROM gone HAVING count(*) > 0
            ON CONFLICT (workspace) DO UPDATE SET count = cx_payload_dropped.count + excluded.count
            """,
            connection,
            transaction);
        letGo.Parameters.Add(new() { Value = workspace });
        letGo.Parameters.Add(new() { Value = IPayloadQuarantine.EntriesMax });
        letGo.Parameters.Add(new() { Value = IPayloadQuarantine.BytesMax });
        await letGo.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<QuarantineList> TotalsAsync(string workspace, IReadOnlyList<QuarantinedPayload> payloads, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand("""
            SELECT count(*), coalesce(sum(length(body)), 0)::bigint, coalesce((SELECT count FROM cx_payload_dropped WHERE workspace = $1), 0)
            FROM cx_payload WHERE workspace = $1
            """);
        select.Parameters.Add(new() { Value = workspace });
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new QuarantineList(payloads, (int)reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private static QuarantinedPayload? One(List<QuarantinedPayload> rows) => rows.Count == 0 ? null : rows[0];

    private static async Task<List<QuarantinedPayload>> ReadAsync(NpgsqlCommand select, CancellationToken cancellationToken)
    {
        var payloads = new List<QuarantinedPayload>();
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            payloads.Add(new QuarantinedPayload(
                reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), await reader.GetFieldValueAsync<byte[]>(4, cancellationToken), reader.GetInt32(5)));
        }

        return payloads;
    }
}
