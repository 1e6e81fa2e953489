using CxGrains.Abstractions.Audit;
using Npgsql;

namespace CxGrains.Cluster.Audit;

/// <summary>The audit log in PostgreSQL, one for all silos. Each has a queue of its own.</summary>
internal sealed class PostgresAuditLog : IAuditLog, IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly AuditQueue _queue;
    private byte[]? _salt;

    /// <summary>The log in a database.</summary>
    /// <param name="database">A database with the tables of <c>ClusterSchema</c>; it stays the caller's.</param>
    public PostgresAuditLog(NpgsqlDataSource database)
    {
        _database = database;
        _queue = new AuditQueue(acts => WriteAsync(acts).OrUnavailableAsync(CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string workspace, AuditAct act, CancellationToken cancellationToken) =>
        await _queue.AppendAsync(new WaitingAct(workspace, act), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditEntry>> ListAsync(string workspace, AuditQuery query, CancellationToken cancellationToken) =>
        await ReadAsync(workspace, query, cancellationToken).OrUnavailableAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<int> RemoveBeforeAsync(long beforeMs, CancellationToken cancellationToken)
    {
        // What another silo is just removing is left to it.
        await using var delete = _database.CreateCommand(
            "DELETE FROM cx_audit WHERE seq IN (SELECT seq FROM cx_audit WHERE at_ms < $1 ORDER BY at_ms LIMIT $2 FOR UPDATE SKIP LOCKED)");
        delete.Parameters.Add(new() { Value = beforeMs });
        delete.Parameters.Add(new() { Value = IAuditLog.RemoveMax });
        return await delete.ExecuteNonQueryAsync(cancellationToken).OrUnavailableAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private async Task<int> WriteAsync(IReadOnlyList<WaitingAct> acts)
    {
        var salt = await SaltAsync(CancellationToken.None);
        await using var insert = _database.CreateCommand("""
            INSERT INTO cx_audit (workspace, at_ms, by_key, by_name, action, subject, address, detail)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            """);
        insert.Parameters.Add(Texts(acts, act => act.Workspace));
        insert.Parameters.Add(new() { Value = (long[])[.. acts.Select(act => act.Act.AtMs)] });
        insert.Parameters.Add(Texts(acts, act => act.Act.By));
        insert.Parameters.Add(Texts(acts, act => act.Act.ByName));
        insert.Parameters.Add(Texts(acts, act => act.Act.Action));
        insert.Parameters.Add(Texts(acts, act => AuditSubject.Of(salt, act.Workspace, act.Act.Customer)));
        insert.Parameters.Add(Texts(acts, act => act.Act.Address));
        insert.Parameters.Add(Texts(acts, act => act.Act.Detail));
        return await insert.ExecuteNonQueryAsync();
    }

    private async Task<List<AuditEntry>> ReadAsync(string workspace, AuditQuery query, CancellationToken cancellationToken)
    {
        var subject = query.Customer is null ? null : AuditSubject.Of(await SaltAsync(cancellationToken), workspace, query.Customer);
        (string Column, string? Value)[] wanted = [("subject", subject), ("action", query.Action), ("by_key", query.By)];
        var asked = wanted.Where(filter => filter.Value is not null).ToList();
        var conditions = string.Concat(asked.Select((filter, index) => $" AND {filter.Column} = ${index + 4}"));
        await using var select = _database.CreateCommand(
            $"SELECT seq, at_ms, by_key, by_name, action, subject, address, detail FROM cx_audit WHERE workspace = $1 AND seq < $2{conditions} ORDER BY seq DESC LIMIT $3");
        select.Parameters.Add(new() { Value = workspace });
        select.Parameters.Add(new() { Value = query.Before });
        select.Parameters.Add(new() { Value = query.Limit });
        asked.ForEach(filter => select.Parameters.Add(new() { Value = filter.Value! }));
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var entries = new List<AuditEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(new AuditEntry(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7)));
        }

        return entries;
    }

    private async Task<byte[]> SaltAsync(CancellationToken cancellationToken)
    {
        if (_salt is { } known)
        {
            return known;
        }

        // Whichever silo is first makes it; the others take that one.
        await using var insert = _database.CreateCommand("INSERT INTO cx_audit_salt (one, salt) VALUES (true, $1) ON CONFLICT DO NOTHING");
        insert.Parameters.Add(new() { Value = AuditSubject.NewSalt() });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await using var select = _database.CreateCommand("SELECT salt FROM cx_audit_salt");
        return _salt = (byte[])(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlParameter Texts(IReadOnlyList<WaitingAct> acts, Func<WaitingAct, string> of) => new() { Value = (string[])[.. acts.Select(of)] };
}
