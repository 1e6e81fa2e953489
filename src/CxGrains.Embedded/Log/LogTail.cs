using System.Runtime.CompilerServices;
using CxGrains.Domain;
using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Log;

/// <summary>Reads what the log holds behind the checkpoints.</summary>
internal static class LogTail
{
    // Enough that no processor waits for the next row; a row holds at most one request.
    private static readonly int RowsAheadMax = 2 * Environment.ProcessorCount;

    /// <summary>
    /// All rows after one, in order. Reading their lines is most of the work and no row needs another for it: several are read at
    /// once, a few ahead of the one that is handed out.
    /// </summary>
    /// <exception cref="CxException">A row cannot be read.</exception>
    public static async IAsyncEnumerable<ReplayedRow> ReadAfterAsync(
        LogStore log, long afterRow, NamePool names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = new Queue<Task<ReplayedRow>>();
        foreach (var (number, bytes) in log.ReadBetween(afterRow, long.MaxValue))
        {
            ahead.Enqueue(Task.Run(() => Read(number, bytes, names), cancellationToken));
            if (ahead.Count == RowsAheadMax)
            {
                yield return await ahead.Dequeue();
            }
        }

        while (ahead.TryDequeue(out var row))
        {
            yield return await row;
        }
    }

    private static ReplayedRow Read(long number, byte[] bytes, NamePool names)
    {
        var content = LogRow.Decode(bytes);
        return new ReplayedRow(number, content, content is InteractionsRow row ? LogReplay.Read(row, names) : []);
    }
}
