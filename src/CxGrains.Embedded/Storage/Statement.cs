using SQLitePCL;

namespace CxGrains.Embedded.Storage;

/// <summary>
/// A prepared statement. The log and the checkpoints bind hundreds of thousands of values a second straight from buffers;
/// ADO.NET parameters would copy each blob into an array of its own size.
/// </summary>
internal sealed class Statement(Database database, sqlite3_stmt statement, string sql) : IDisposable
{
    /// <summary>Binds a number to the parameter of an index from 1.</summary>
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, index, value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(statement, index, value));
        return this;
    }

    /// <summary>Binds a text.</summary>
    public Statement Bind(int index, string value)
    {
        Check(raw.sqlite3_bind_text(statement, index, value));
        return this;
    }

    /// <summary>Runs to the end, for statements that answer no rows.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw database.Error(sql);
        }
    }

    /// <summary>Steps to the next row; after the last the statement is ready to run again.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(statement);
        return result == raw.SQLITE_DONE ? false : throw database.Error(sql);
    }

    /// <summary>Ends reading before the last row.</summary>
    public void Reset() => Check(raw.sqlite3_reset(statement));

    /// <summary>The number in a column from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The text in a column.</summary>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The bytes in a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw database.Error(sql);
        }
    }
}
