using CxGrains.Abstractions.Audit;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Audit;

/// <summary>The audit log as rows of a file of its own.</summary>
internal static class AuditTables
{
    /// <summary>Makes the tables where they are absent, and the salt.</summary>
    /// <returns>The salt.</returns>
    public static byte[] Create(Database database)
    {
        database.Execute(
            "CREATE TABLE IF NOT EXISTS audit (seq INTEGER PRIMARY KEY AUTOINCREMENT, workspace TEXT NOT NULL, at INTEGER NOT NULL, by_key TEXT NOT NULL, name TEXT NOT NULL, "
            + "action TEXT NOT NULL, subject TEXT NOT NULL, address TEXT NOT NULL, detail TEXT NOT NULL)");
        database.Execute("CREATE INDEX IF NOT EXISTS audit_page ON audit (workspace, seq)");
        database.Execute("CREATE INDEX IF NOT EXISTS audit_subject ON audit (workspace, subject, seq)");
        database.Execute("CREATE INDEX IF NOT EXISTS audit_action ON audit (workspace, action, seq)");
        database.Execute("CREATE INDEX IF NOT EXISTS audit_by ON audit (workspace, by_key, seq)");
        database.Execute("CREATE INDEX IF NOT EXISTS audit_age ON audit (at)");
        database.Execute("CREATE TABLE IF NOT EXISTS audit_salt (one INTEGER PRIMARY KEY CHECK (one = 1), salt BLOB NOT NULL)");
        using var insert = database.Prepare("INSERT OR IGNORE INTO audit_salt (one, salt) VALUES (1, ?)");
        insert.Bind(1, AuditSubject.NewSalt()).Run();
        using var select = database.Prepare("SELECT salt FROM audit_salt");
        select.Read();
        return select.Bytes(0).ToArray();
    }

    /// <summary>Adds entries in one transaction.</summary>
    public static void Add(Database database, byte[] salt, IReadOnlyList<WaitingAct> acts) => database.InTransaction(() =>
    {
        using var insert = database.Prepare("INSERT INTO audit (workspace, at, by_key, name, action, subject, address, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        foreach (var (workspace, act) in acts)
        {
            insert.Bind(1, workspace).Bind(2, act.AtMs).Bind(3, act.By).Bind(4, act.ByName).Bind(5, act.Action)
                .Bind(6, AuditSubject.Of(salt, workspace, act.Customer)).Bind(7, act.Address).Bind(8, act.Detail).Run();
        }
    });

    /// <summary>A page, the newest first.</summary>
    public static List<AuditEntry> List(Database database, byte[] salt, string workspace, AuditQuery query)
    {
        (string Column, string? Value)[] wanted =
            [("subject", query.Customer is null ? null : AuditSubject.Of(salt, workspace, query.Customer)), ("action", query.Action), ("by_key", query.By)];
        var asked = wanted.Where(filter => filter.Value is not null).ToList();
        var conditions = string.Concat(asked.Select(filter => $" AND {filter.Column} = ?"));
        using var select = database.Prepare($"SELECT seq, at, by_key, name, action, subject, address, detail FROM audit WHERE workspace = ? AND seq < ?{conditions} ORDER BY seq DESC LIMIT ?");
        select.Bind(1, workspace).Bind(2, query.Before);
        var index = 3;
        foreach (var (_, value) in asked)
        {
            select.Bind(index++, value!);
        }

        select.Bind(index, query.Limit);
        var entries = new List<AuditEntry>();
        while (select.Read())
        {
            entries.Add(new AuditEntry(
                select.Number(0), select.Number(1), select.Text(2), select.Text(3), select.Text(4), select.Text(5), select.Text(6), select.Text(7)));
        }

        return entries;
    }

    /// <summary>Removes the oldest entries from before an instant, within a bound.</summary>
    /// <returns>How many.</returns>
    public static int RemoveBefore(Database database, long beforeMs)
    {
        using var delete = database.Prepare("DELETE FROM audit WHERE seq IN (SELECT seq FROM audit WHERE at < ? ORDER BY at LIMIT ?)");
        delete.Bind(1, beforeMs).Bind(2, IAuditLog.RemoveMax).Run();
        using var count = database.Prepare("SELECT changes()");
        count.Read();
        return (int)count.Number(0);
    }
}
