using CxGrains.Abstractions.Delivery;
using Npgsql;

namespace CxGrains.Cluster.Delivery;

/// <summary>Takes the partitions' alerts into the outbox's tables. Who sends on this silo hears of it at once.</summary>
internal sealed class AlertIntake(NpgsqlDataSource database, Clock clock)
{
    private readonly Lock _watching = new();
    private readonly List<Action> _watchers = [];

    /// <summary>Takes alerts, each once, for each destination of its workspace that wants it; durable when the task completes.</summary>
    /// <param name="partition">The partition that raised them.</param>
    /// <param name="alerts">The alerts.</param>
    public async Task TakeAsync(int partition, IReadOnlyList<RaisedAlert> alerts)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var unknown = await RememberAsync(connection, partition, alerts);
        var count = 0;
        foreach (var workspace in alerts.Where(raised => unknown.Contains((raised.Workspace, raised.Alert.Id))).GroupBy(raised => raised.Workspace))
        {
            var notices = workspace.DistinctBy(raised => raised.Alert.Id).Select(raised => Notice.Of(raised.Alert)).ToList();
            foreach (var destination in await DestinationsAsync(connection, workspace.Key))
            {
                count += await AddAsync(connection, workspace.Key, destination, notices);
            }
        }

        await transaction.CommitAsync();
        if (count > 0)
        {
            Tell();
        }
    }

    /// <summary>Lets go of alerts that no replay brings again.</summary>
    public async Task ForgetAsync(int partition, long committedRow)
    {
        var beforeMs = clock.NowMs - (long)TimeSpan.FromHours(OutboxLimits.TakenHoursMin).TotalMilliseconds;
        await using var delete = Sql.Of(database, "DELETE FROM cx_alert_taken WHERE partition = $1 AND taken_ms < $2 AND row <= $3", partition, beforeMs, committedRow);
        await delete.ExecuteNonQueryAsync();
    }

    /// <summary>Has somebody called, on any thread, when there is more to send.</summary>
    public IDisposable Watch(Action changed)
    {
        lock (_watching)
        {
            _watchers.Add(changed);
        }

        return new Watched(() =>
        {
            lock (_watching)
            {
                _watchers.Remove(changed);
            }
        });
    }

    /// <summary>Says that there is more to send.</summary>
    public void Tell()
    {
        Action[] watchers;
        lock (_watching)
        {
            watchers = [.. _watchers];
        }

        foreach (var changed in watchers)
        {
            changed();
        }
    }

    /// <summary>Adds messages of alerts that are not known yet; what passes the bound is dead at once.</summary>
    private async Task<int> AddAsync(NpgsqlConnection connection, string workspace, Destination destination, List<Notice> notices)
    {
        var wanted = notices.Where(notice => destination.Wants(notice.Severity)).ToList();
        var room = wanted.Count > 0 ? await RoomAsync(connection, workspace, destination.Id) : 0;
        var now = clock.NowMs;
        for (var i = 0; i < wanted.Count; i++)
        {
            var notice = wanted[i];
            await AddAsync(connection, MessageId.Of(workspace, notice.Id, destination.Id), workspace, destination.Id, notice, now, isFull: i >= room);
        }

        return wanted.Count;
    }

    /// <summary>Adds one message.</summary>
    public static Task<int> AddAsync(NpgsqlConnection connection, string id, string workspace, string destination, Notice notice, long nowMs, bool isFull) => Sql.RunAsync(
        connection,
        """
        INSERT INTO cx_message (id, workspace, destination, state, severity, at_ms, notice, created_ms, due_ms, done_ms, why)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING
        """,
        [
            id, workspace, destination, (int)(isFull ? MessageState.Dead : notice.HeldUntilMs > nowMs ? MessageState.Scheduled : MessageState.Ready),
            (int)notice.Severity, notice.AtMs, notice.ToStored(), nowMs, Math.Max(nowMs, notice.HeldUntilMs), isFull ? nowMs : 0L,
            isFull ? $"{OutboxLimits.WaitingMax} messages were waiting for the destination, which is the limit" : null,
        ],
        CancellationToken.None);

    private async Task<HashSet<(string Workspace, string Alert)>> RememberAsync(NpgsqlConnection connection, int partition, IReadOnlyList<RaisedAlert> alerts)
    {
        var nowMs = clock.NowMs;
        await using var insert = Sql.Of(
            connection,
            """
            INSERT INTO cx_alert_taken (workspace, alert, partition, row, taken_ms)
            SELECT workspace, alert, $3, row, since FROM unnest($1, $2, $4, $5) AS raised (workspace, alert, row, since)
            ON CONFLICT DO NOTHING RETURNING workspace, alert
            """,
            (string[])[.. alerts.Select(raised => raised.Workspace)],
            (string[])[.. alerts.Select(raised => raised.Alert.Id)],
            partition,
            (long[])[.. alerts.Select(raised => raised.Row)],
            (long[])[.. alerts.Select(raised => Math.Max(nowMs, raised.Alert.SharedUntilMs()))]);
        var unknown = new HashSet<(string, string)>();
        await using var reader = await insert.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            unknown.Add((reader.GetString(0), reader.GetString(1)));
        }

        return unknown;
    }

    private static async Task<List<Destination>> DestinationsAsync(NpgsqlConnection connection, string workspace)
    {
        await using var select = Sql.Of(connection, "SELECT definition FROM cx_destination WHERE workspace = $1 AND enabled ORDER BY id FOR KEY SHARE", workspace);
        var destinations = new List<Destination>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            destinations.Add(Destination.FromStored(reader.GetString(0)));
        }

        return destinations;
    }

    /// <summary>How many messages more may wait for a destination; 0 or less where none may.</summary>
    public static async Task<long> RoomAsync(NpgsqlConnection connection, string workspace, string destination)
    {
        await using var select = Sql.Of(
            connection,
            "SELECT count(*) FROM (SELECT 1 FROM cx_message WHERE workspace = $1 AND destination = $2 AND state IN (0, 1) LIMIT $3) AS waiting",
            workspace, destination, OutboxLimits.WaitingMax);
        return OutboxLimits.WaitingMax - (long)(await select.ExecuteScalarAsync())!;
    }

    private sealed class Watched(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
