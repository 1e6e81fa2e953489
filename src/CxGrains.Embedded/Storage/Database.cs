using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxGrains.Embedded.Storage;

/// <summary>
/// One connection to one SQLite file, used by one thread at a time. Journal WAL and synchronous FULL:
/// a commit is on the disk, as far as the disk keeps its word, when it returns.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;

    private Database(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a file, made where it is absent.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    /// <param name="pageBytes">The page size of a new file, a power of two from 512 to 65,536.</param>
    public static Database Open(string path, int pageBytes)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new StorageException($"{Path.GetFileName(path)} cannot be opened: {error.Message}");
        }

        var database = new Database(connection);
        database.Execute($"PRAGMA page_size={pageBytes}");
        database.Execute("PRAGMA journal_mode=WAL");
        database.Execute("PRAGMA synchronous=FULL");

        // What is deleted within a page is gone at once. Free pages, and what balancing leaves behind in others, go with a rebuild.
        database.Execute("PRAGMA secure_delete=FAST");
        database.Execute("PRAGMA busy_timeout=10000");
        return database;
    }

    /// <summary>Runs a statement that answers nothing of interest.</summary>
    public void Execute(string sql)
    {
        if (raw.sqlite3_exec(_connection.Handle, sql) != raw.SQLITE_OK)
        {
            throw Error(sql);
        }
    }

    /// <summary>
    /// Writes the whole file anew and empties its journal, so that neither holds a byte of what was deleted. It takes as long as writing
    /// the file, and as much space again.
    /// </summary>
    /// <exception cref="StorageException">Somebody reads an older state, or the disk is full.</exception>
    public void Rebuild()
    {
        Execute("VACUUM");
        using var checkpoint = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        if (!checkpoint.Read() || checkpoint.Number(0) != 0)
        {
            throw new StorageException($"{Path.GetFileName(_connection.DataSource)}: its journal is in use");
        }
    }

    /// <summary>Prepares a statement that is run many times.</summary>
    public Statement Prepare(string sql) =>
        raw.sqlite3_prepare_v2(_connection.Handle, sql, out var statement) == raw.SQLITE_OK ? new Statement(this, statement, sql) : throw Error(sql);

    /// <summary>Runs work in one transaction: all of it is committed, or none.</summary>
    public void InTransaction(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        catch
        {
            // A failed COMMIT may or may not have ended the transaction; only an open one can be rolled back.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>The error that SQLite just reported.</summary>
    public StorageException Error(string sql) =>
        new($"{Path.GetFileName(_connection.DataSource)}: '{sql}' failed: {raw.sqlite3_errmsg(_connection.Handle).utf8_to_string()}");

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
