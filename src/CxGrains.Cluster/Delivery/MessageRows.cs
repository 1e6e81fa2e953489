using CxGrains.Abstractions.Delivery;
using Npgsql;

namespace CxGrains.Cluster.Delivery;

/// <summary>The messages' and attempts' tables.</summary>
internal sealed class MessageRows(NpgsqlDataSource database)
{
    // PostgreSQL's text has no NUL, and an error's message may quote anything.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');

    /// <summary>Gives messages out under a lease; as <see cref="IOutbox.LeaseAsync"/> says.</summary>
    public async Task<OutboxLease> LeaseAsync(int max, string lease, long nowMs, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await Sql.RunAsync(connection, "UPDATE cx_message SET state = 0 WHERE state = 1 AND due_ms <= $1", [nowMs], cancellationToken);
        var messages = await TakeAsync(connection, max, lease, nowMs, cancellationToken);
        await using var next = Sql.Of(
            connection,
            """
            SELECT least((SELECT min(due_ms) FROM cx_message WHERE state = 1), (SELECT min(hold_ms) FROM cx_destination WHERE enabled AND hold_ms > $1))
            """,
            nowMs);
        return new OutboxLease(messages, await next.ExecuteScalarAsync(cancellationToken) as long?);
    }

    /// <summary>Takes note of an attempt.</summary>
    public async Task<bool> CompleteAsync(DeliveryResult result, long nowMs, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await UpdateAsync(connection, result, nowMs, cancellationToken) is { } sequence && result.Attempt is { } attempt)
        {
            await WriteAsync(connection, sequence, attempt, cancellationToken);
        }

        await DestinationRows.CompleteAsync(connection, result, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Adds a message.</summary>
    public async Task<string> AddAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken)
    {
        var id = MessageId.New();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var known = Sql.Of(connection, "UPDATE cx_destination SET hold_ms = 0 WHERE workspace = $1 AND id = $2 RETURNING 1", workspace, destination);
        if (await known.ExecuteScalarAsync(cancellationToken) is not null)
        {
            await AlertIntake.AddAsync(connection, id, workspace, destination, notice, nowMs, isFull: false);
        }

        return id;
    }

    /// <summary>Adds a message by an id that follows from what it says; as <see cref="IOutbox.AddOnceAsync"/> says.</summary>
    public async Task<bool> AddOnceAsync(string workspace, string destination, Notice notice, long nowMs, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var known = Sql.Of(connection, "SELECT 1 FROM cx_destination WHERE workspace = $1 AND id = $2 AND enabled", workspace, destination);
        if (await known.ExecuteScalarAsync(cancellationToken) is null)
        {
            return false;
        }

        var isFull = await AlertIntake.RoomAsync(connection, workspace, destination) <= 0;
        return await AlertIntake.AddAsync(connection, MessageId.Of(workspace, notice.Id, destination), workspace, destination, notice, nowMs, isFull) > 0;
    }

    /// <summary>A page, the newest first; as <see cref="IOutbox.DeliveriesAsync"/> says.</summary>
    public async Task<IReadOnlyList<DeliveryEntry>> PageAsync(
        string workspace, string destination, DeliveryFilter filter, long beforeSequence, int limit, CancellationToken cancellationToken)
    {
        int[] states = filter switch
        {
            DeliveryFilter.Waiting => [0, 1],
            DeliveryFilter.Delivered => [2],
            DeliveryFilter.Dead => [3],
            _ => [0, 1, 2, 3, 4],
        };
        var page = new List<DeliveryEntry>();
        var attempts = new Dictionary<long, List<DeliveryAttempt>>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var select = Sql.Of(
            connection,
            "SELECT seq, id, state, notice, created_ms, due_ms, why FROM cx_message WHERE workspace = $1 AND destination = $2 AND seq < $3 AND state = ANY ($4) ORDER BY seq DESC LIMIT $5",
            workspace, destination, beforeSequence, states, limit))
        {
            await using var reader = await select.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var state = (MessageState)reader.GetInt32(2);
                long? due = state is MessageState.Ready or MessageState.Scheduled ? reader.GetInt64(5) : null;
                var tried = attempts[reader.GetInt64(0)] = [];
                page.Add(new(
                    reader.GetInt64(0), reader.GetString(1), state, Notice.FromStored(reader.GetString(3)), reader.GetInt64(4), due, reader.IsDBNull(6) ? null : reader.GetString(6), tried));
            }
        }

        await ReadAttemptsAsync(connection, attempts, cancellationToken);
        return page;
    }

    /// <summary>Lets a dead letter, or one that waits for its next attempt, go now; gives its state before, null where there is none.</summary>
    public async Task<MessageState?> ReplayAsync(string workspace, string message, long nowMs, CancellationToken cancellationToken)
    {
        await using var update = Sql.Of(
            database,
            """
            WITH known AS (SELECT seq, state, destination FROM cx_message WHERE id = $1 AND workspace = $2 FOR UPDATE),
                 replayed AS (UPDATE cx_message m SET state = 0, due_ms = $3, tries = 0, done_ms = 0, why = NULL FROM known WHERE m.seq = known.seq AND known.state IN (1, 3)),
                 released AS (UPDATE cx_destination d SET hold_ms = 0 FROM known WHERE d.workspace = $2 AND d.id = known.destination AND known.state IN (1, 3))
            SELECT state FROM known
            """,
            message, workspace, nowMs);
        return await update.ExecuteScalarAsync(cancellationToken) is int state ? (MessageState)state : null;
    }

    /// <summary>The same with all of a destination; gives how many.</summary>
    public async Task<int> ReplayAllAsync(string workspace, string destination, long nowMs, CancellationToken cancellationToken)
    {
        await using var update = Sql.Of(
            database,
            """
            WITH released AS (UPDATE cx_destination SET hold_ms = 0 WHERE workspace = $1 AND id = $2)
            UPDATE cx_message SET state = 0, due_ms = $3, tries = 0, done_ms = 0, why = NULL WHERE workspace = $1 AND destination = $2 AND state IN (1, 3)
            """,
            workspace, destination, nowMs);
        return await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Lets go of what is finished, but for the newest of each destination.</summary>
    public async Task PruneAsync(long nowMs, CancellationToken cancellationToken)
    {
        var beforeMs = nowMs - (long)TimeSpan.FromDays(OutboxLimits.KeptDays).TotalMilliseconds;
        foreach (var (state, kept) in OutboxLimits.KeptOfDone)
        {
            await using var delete = Sql.Of(
                database,
                """
                DELETE FROM cx_message m USING cx_destination d
                WHERE m.workspace = d.workspace AND m.destination = d.id AND m.state = $1 AND (m.done_ms < $2 OR m.seq <= (
                    SELECT seq FROM cx_message k WHERE k.workspace = d.workspace AND k.destination = d.id AND k.state = $1 ORDER BY seq DESC OFFSET $3 LIMIT 1))
                """,
                (int)state, beforeMs, kept);
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<List<OutboxMessage>> TakeAsync(NpgsqlConnection connection, int max, string lease, long nowMs, CancellationToken cancellationToken)
    {
        // Another node that takes at the same time passes over what this one has locked, instead of waiting for it.
        await using var take = Sql.Of(
            connection,
            """
            WITH free AS (
                SELECT workspace, id FROM cx_destination d
                WHERE enabled AND hold_ms <= $1 AND lease_until_ms <= $1
                    AND EXISTS (SELECT 1 FROM cx_message m WHERE m.workspace = d.workspace AND m.destination = d.id AND m.state = 0)
                LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED),
            leased AS (
                UPDATE cx_destination d SET lease = $3, lease_until_ms = $4 FROM free
                WHERE d.workspace = free.workspace AND d.id = free.id RETURNING d.workspace, d.id, d.definition)
            SELECT leased.workspace, definition, m.id, m.notice, m.tries, m.attempts FROM leased CROSS JOIN LATERAL (
                SELECT id, notice, tries, attempts FROM cx_message
                WHERE workspace = leased.workspace AND destination = leased.id AND state = 0 ORDER BY severity DESC, at_ms, seq LIMIT 1) m
            """,
            nowMs, max, lease, nowMs + (OutboxLimits.LeaseSeconds * 1000L));
        var messages = new List<OutboxMessage>();
        await using var reader = await take.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(new OutboxMessage(
                reader.GetString(2), reader.GetString(0), Destination.FromStored(reader.GetString(1)), Notice.FromStored(reader.GetString(3)),
                reader.GetInt32(4), reader.GetInt32(5))
            { Lease = lease });
        }

        return messages;
    }

    // Null where the destination was removed meanwhile, or another node has finished the message after this one's lease had ended.
    private static async Task<long?> UpdateAsync(NpgsqlConnection connection, DeliveryResult result, long nowMs, CancellationToken cancellationToken)
    {
        await using var update = Sql.Of(
            connection,
            "UPDATE cx_message SET state = $1, due_ms = $2, tries = $3, attempts = $4, done_ms = $5, why = $6 WHERE id = $7 AND workspace = $8 AND state = 0 RETURNING seq",
            (int)result.State, result.DueMs, result.Tries, result.Attempts, result.IsDone ? nowMs : 0L, result.Why,
            result.Message.Id, result.Message.Workspace);
        return await update.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, long sequence, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        await Sql.RunAsync(
            connection,
            """
            INSERT INTO cx_attempt (seq, number, request, at_ms, duration_ms, status, excerpt, error) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (seq, number) DO NOTHING
            """,
            [
                sequence, attempt.Number, attempt.RequestId, attempt.AtMs, attempt.DurationMs, attempt.Status, Clean(attempt.Excerpt), attempt.Error is { } error ? Clean(error) : null,
            ],
            cancellationToken);
        await Sql.RunAsync(
            connection, "DELETE FROM cx_attempt WHERE seq = $1 AND number <= $2", [sequence, attempt.Number - OutboxLimits.AttemptsKeptMax], cancellationToken);
    }

    private static async Task ReadAttemptsAsync(NpgsqlConnection connection, Dictionary<long, List<DeliveryAttempt>> attempts, CancellationToken cancellationToken)
    {
        await using var select = Sql.Of(
            connection,
            "SELECT seq, request, number, at_ms, duration_ms, status, excerpt, error FROM cx_attempt WHERE seq = ANY ($1) ORDER BY seq, number DESC",
            (long[])[.. attempts.Keys]);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            attempts[reader.GetInt64(0)].Add(new DeliveryAttempt(
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetInt64(3),
                reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5),
                reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7)));
        }
    }
}
