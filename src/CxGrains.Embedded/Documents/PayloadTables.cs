using CxGrains.Abstractions.Quarantine;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Documents;

/// <summary>Payloads in quarantine as rows of the log's file.</summary>
internal static class PayloadTables
{
    /// <summary>Makes the tables.</summary>
    public static void Create(Database database)
    {
        database.Execute("CREATE TABLE IF NOT EXISTS payload (id INTEGER PRIMARY KEY AUTOINCREMENT, workspace TEXT NOT NULL, source TEXT NOT NULL, received INTEGER NOT NULL, reason TEXT NOT NULL, bytes INTEGER NOT NULL, body BLOB NOT NULL)");
        database.Execute("CREATE INDEX IF NOT EXISTS payload_workspace ON payload (workspace, id, bytes)");
        database.Execute("CREATE TABLE IF NOT EXISTS payload_dropped (workspace TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID");
    }

    /// <summary>Adds payloads, and lets the oldest go where there are too many.</summary>
    public static void Add(Database database, string workspace, IReadOnlyList<QuarantinedPayload> payloads)
    {
        using var insert = database.Prepare("INSERT INTO payload (workspace, source, received, reason, bytes, body) VALUES (?, ?, ?, ?, ?, ?)");
        foreach (var payload in payloads)
        {
            insert.Bind(1, workspace).Bind(2, payload.Source).Bind(3, payload.ReceivedMs).Bind(4, payload.Reason).Bind(5, payload.Body.Length).Bind(6, payload.Body.Span).Run();
        }

        LetGo(database, workspace);
    }

    /// <summary>A page of payloads with previews, the newest first.</summary>
    public static QuarantineList List(Database database, string workspace, string? source, int limit, long beforeId)
    {
        var payloads = new List<QuarantinedPayload>();
        using var select = database.Prepare(
            "SELECT id, source, received, reason, substr(body, 1, ?), bytes FROM payload WHERE workspace = ? AND id < ? AND (? = '' OR source = ?) ORDER BY id DESC LIMIT ?");
        select.Bind(1, IPayloadQuarantine.PreviewBytesMax).Bind(2, workspace).Bind(3, beforeId).Bind(4, source ?? "").Bind(5, source ?? "").Bind(6, limit);
        while (select.Read())
        {
            payloads.Add(Payload(select));
        }

        var (count, bytes) = Totals(database, workspace);
        return new QuarantineList(payloads, count, bytes, Dropped(database, workspace));
    }

    /// <summary>One payload, whole; null where there is none.</summary>
    public static QuarantinedPayload? Find(Database database, string workspace, long id)
    {
        using var select = database.Prepare("SELECT id, source, received, reason, body, bytes FROM payload WHERE workspace = ? AND id = ?");
        select.Bind(1, workspace).Bind(2, id);
        return select.Read() ? Payload(select) : null;
    }

    /// <summary>Removes a payload.</summary>
    public static void Remove(Database database, string workspace, long id)
    {
        using var delete = database.Prepare("DELETE FROM payload WHERE workspace = ? AND id = ?");
        delete.Bind(1, workspace).Bind(2, id).Run();
    }

    /// <summary>Removes the payloads that are meant.</summary>
    /// <param name="database">The file.</param>
    /// <param name="isMeant">Whether a payload of a workspace is meant.</param>
    public static void RemoveAll(Database database, Func<string, byte[], bool> isMeant)
    {
        var meant = new List<long>();
        using (var select = database.Prepare("SELECT id, workspace, body FROM payload"))
        {
            while (select.Read())
            {
                if (isMeant(select.Text(1), select.Bytes(2).ToArray()))
                {
                    meant.Add(select.Number(0));
                }
            }
        }

        using var delete = database.Prepare("DELETE FROM payload WHERE id = ?");
        meant.ForEach(id => delete.Bind(1, id).Run());
    }

    private static QuarantinedPayload Payload(Statement row) =>
        new(row.Number(0), row.Text(1), row.Number(2), row.Text(3), row.Bytes(4).ToArray(), (int)row.Number(5));

    private static (int Count, long Bytes) Totals(Database database, string workspace)
    {
        using var select = database.Prepare("SELECT count(*), coalesce(sum(bytes), 0) FROM payload WHERE workspace = ?");
        select.Bind(1, workspace).Read();
        return ((int)select.Number(0), select.Number(1));
    }

    private static long Dropped(Database database, string workspace)
    {
        using var select = database.Prepare("SELECT count FROM payload_dropped WHERE workspace = ?");
        return select.Bind(1, workspace).Read() ? select.Number(0) : 0;
    }

    private static void LetGo(Database database, string workspace)
    {
        var (count, bytes) = Totals(database, workspace);
        var oldest = new List<long>();
        using (var select = database.Prepare("SELECT id, bytes FROM payload WHERE workspace = ? ORDER BY id"))
        {
            select.Bind(1, workspace);
            while ((count - oldest.Count > IPayloadQuarantine.EntriesMax || bytes > IPayloadQuarantine.BytesMax) && select.Read())
            {
                oldest.Add(select.Number(0));
                bytes -= select.Number(1);
            }

            select.Reset();
        }

        if (oldest.Count > 0)
        {
            using var delete = database.Prepare("DELETE FROM payload WHERE workspace = ? AND id <= ?");
            delete.Bind(1, workspace).Bind(2, oldest[^1]).Run();
            using var tally = database.Prepare("INSERT INTO payload_dropped (workspace, count) VALUES (?, ?) ON CONFLICT (workspace) DO UPDATE SET count = count + excluded.count");
            tally.Bind(1, workspace).Bind(2, oldest.Count).Run();
        }
    }
}
