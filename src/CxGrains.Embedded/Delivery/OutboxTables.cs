using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Delivery;

/// <summary>The tables of the outbox's file.</summary>
internal static class OutboxTables
{
    /// <summary>Makes them where they are absent.</summary>
    public static void Create(Database database)
    {
        database.Execute("PRAGMA foreign_keys=ON");
        database.Execute("CREATE TABLE IF NOT EXISTS destination (workspace TEXT, id TEXT, definition TEXT NOT NULL, hold INTEGER NOT NULL, PRIMARY KEY (workspace, id)) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS taken (workspace TEXT, alert TEXT, row INTEGER NOT NULL, taken INTEGER NOT NULL, PRIMARY KEY (workspace, alert)) WITHOUT ROWID");
        database.Execute("CREATE INDEX IF NOT EXISTS taken_age ON taken (taken)");
        database.Execute(
            "CREATE TABLE IF NOT EXISTS message (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, workspace TEXT NOT NULL, destination TEXT NOT NULL, "
            + "state INTEGER NOT NULL, severity INTEGER NOT NULL, at INTEGER NOT NULL, notice TEXT NOT NULL, created INTEGER NOT NULL, due INTEGER NOT NULL, "
            + "tries INTEGER NOT NULL, attempts INTEGER NOT NULL, done INTEGER NOT NULL, why TEXT)");
        database.Execute("CREATE INDEX IF NOT EXISTS message_order ON message (workspace, destination, state, severity DESC, at, seq)");
        database.Execute("CREATE INDEX IF NOT EXISTS message_due ON message (state, due)");
        database.Execute("CREATE INDEX IF NOT EXISTS message_page ON message (workspace, destination, seq)");
        database.Execute(
            "CREATE TABLE IF NOT EXISTS attempt (seq INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE, number INTEGER NOT NULL, request TEXT NOT NULL, at INTEGER NOT NULL, "
            + "duration INTEGER NOT NULL, status INTEGER, excerpt TEXT NOT NULL, error TEXT, PRIMARY KEY (seq, number)) WITHOUT ROWID");
    }
}
