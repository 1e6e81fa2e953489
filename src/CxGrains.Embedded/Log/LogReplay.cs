using System.Runtime.CompilerServices;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Embedded.Log;

/// <summary>Reads logged interactions again, exactly as they were accepted.</summary>
internal static class LogReplay
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

    /// <summary>
    /// The interactions of a row, one for each line, so that line numbers stay. They were checked when accepted and are not
    /// judged again: only a program that reads less than the one that accepted them can fail here.
    /// </summary>
    /// <exception cref="CxException">A line cannot be read.</exception>
    public static Interaction[] Read(InteractionsRow row, NamePool names)
    {
        var interactions = new Interaction[row.LineLengths.Count];
        var start = 0;
        for (var line = 0; line < interactions.Length; line++)
        {
            var bytes = row.Lines.Span.Slice(start, row.LineLengths[line]);
            start += bytes.Length;
            interactions[line] = InteractionReader.TryRead(bytes, row.ReceivedMs, names, out var interaction, out var error)
                ? interaction!
                : throw new CxException($"Accepted interaction in line {line} of a log row can no longer be read: {error}");
        }

        return interactions;
    }

    /// <summary>The JSON of one line.</summary>
    public static byte[] LineOf(InteractionsRow row, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += row.LineLengths[i];
        }

        return row.Lines.Slice(start, row.LineLengths[line]).ToArray();
    }

    private static ReplayedRow Read(long number, byte[] bytes, NamePool names)
    {
        var content = LogRow.Decode(bytes);
        return new ReplayedRow(number, content, content is InteractionsRow row ? Read(row, names) : []);
    }
}
