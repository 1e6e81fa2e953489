using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Log;

/// <summary>The log's file: numbered rows of bytes. The one place that knows how the log is stored.</summary>
internal sealed class LogStore : IDisposable
{
    // Rows of a batch are large; large pages keep their chains short.
    private const int PageBytes = 16 * 1024;

    private readonly Statement _insert;
    private readonly Statement _oldest;
    private readonly Statement _cut;

    /// <summary>Opens the log.</summary>
    /// <param name="path">The file, made where it is absent.</param>
    public LogStore(string path)
    {
        Database = Database.Open(path, PageBytes);
        Database.Execute("CREATE TABLE IF NOT EXISTS log (row INTEGER PRIMARY KEY, received INTEGER NOT NULL, body BLOB NOT NULL)");
        _insert = Database.Prepare("INSERT INTO log (row, received, body) VALUES (?, ?, ?)");
        _oldest = Database.Prepare("SELECT row, received FROM log ORDER BY row LIMIT ?");
        _cut = Database.Prepare("DELETE FROM log WHERE row <= ?");
        using var last = Database.Prepare("SELECT coalesce(max(row), 0) FROM log");
        last.Read();
        LastRow = last.Number(0);
    }

    /// <summary>The connection; what else must be durable with a row is written through it.</summary>
    public Database Database { get; }

    /// <summary>The newest row.</summary>
    public long LastRow { get; private set; }

    /// <summary>Makes the next row come after one that was cut already.</summary>
    public void ContinueAfter(long row) => LastRow = Math.Max(LastRow, row);

    /// <summary>Appends a row within the open transaction.</summary>
    public long Append(long receivedMs, ReadOnlySpan<byte> body)
    {
        _insert.Bind(1, LastRow + 1).Bind(2, receivedMs).Bind(3, body).Run();
        return ++LastRow;
    }

    /// <summary>Takes back the numbers of rows whose transaction did not commit.</summary>
    public void Rewind(long lastRow) => LastRow = lastRow;

    /// <summary>
    /// Deletes the oldest rows that are at or before a row and were received by an instant, within the open transaction. It looks at
    /// the oldest rows only and stops at the first that is kept, so that a long log costs no more than a short one.
    /// </summary>
    public void Cut(long upToRow, long receivedUpToMs, int rowsMax)
    {
        var last = 0L;
        _oldest.Bind(1, rowsMax);
        while (_oldest.Read())
        {
            var row = _oldest.Number(0);
            if (row > upToRow || _oldest.Number(1) > receivedUpToMs)
            {
                _oldest.Reset();
                break;
            }

            last = row;
        }

        if (last > 0)
        {
            _cut.Bind(1, last).Run();
        }
    }

    /// <summary>Writes a row anew, within the open transaction; nothing where it was cut meanwhile.</summary>
    public static void Rewrite(Database database, long row, ReadOnlySpan<byte> body)
    {
        using var update = database.Prepare("UPDATE log SET body = ? WHERE row = ?");
        update.Bind(1, body).Bind(2, row).Run();
    }

    /// <summary>Reads the rows after one, up to another, in order.</summary>
    public IEnumerable<(long Row, byte[] Body)> ReadBetween(long afterRow, long upToRow)
    {
        using var select = Database.Prepare("SELECT row, body FROM log WHERE row > ? AND row <= ? ORDER BY row");
        select.Bind(1, afterRow).Bind(2, upToRow);
        while (select.Read())
        {
            yield return (select.Number(0), select.Bytes(1).ToArray());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _oldest.Dispose();
        _cut.Dispose();
        Database.Dispose();
    }
}
