using Microsoft.Data.Sqlite;

namespace CxGrains.Conformance.Runtimes;

/// <summary>
/// Copies a data directory as a crash would leave it. The files are held still by their write locks first, so that the copies
/// are what was committed at one and the same instant. The files' own bytes are never opened: that would drop SQLite's locks.
/// </summary>
internal static class CrashCopy
{
    private static readonly string[] Files = ["log.db", "state.db", "outbox.db", "audit.db"];

    public static void Take(string fromDirectory, string toDirectory)
    {
        var held = new List<SqliteConnection>();
        try
        {
            held.AddRange(Files.Select(file => Hold(fromDirectory, file)));
            foreach (var file in Files)
            {
                Copy(fromDirectory, toDirectory, file);
            }
        }
        finally
        {
            held.ForEach(connection => connection.Dispose());
        }
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
