using Microsoft.Data.Sqlite;

namespace CxGrains.Conformance.Runtimes;

/// <summary>
/// Copies a data directory as a crash would leave it. The files are held still by their write locks first, so that the copies
/// are what was committed at one and the same instant. The files' own bytes are never opened: that would drop SQLite's locks.
/// </summary>
internal static class CrashCopy
{
    public static void Take(string fromDirectory, string toDirectory)
    {
        using var log = Hold(fromDirectory, "log.db");
        using var state = Hold(fromDirectory, "state.db");
        using var outbox = Hold(fromDirectory, "outbox.db");
        using var audit = Hold(fromDirectory, "audit.db");
        Copy(fromDirectory, toDirectory, "log.db");
        Copy(fromDirectory, toDirectory, "state.db");
        Copy(fromDirectory, toDirectory, "outbox.db");
        Copy(fromDirectory, toDirectory, "audit.db");
    }

    private static SqliteConnection Hold(string directory, string file)
    {
        var connection = Open(directory, file);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    private static void Copy(string fromDirectory, string toDirectory, string file)
    {
        using var from = Open(fromDirectory, file);
        using var to = Open(toDirectory, file);
        from.BackupDatabase(to);
    }

    private static SqliteConnection Open(string directory, string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, file), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
