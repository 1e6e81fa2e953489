using CxGrains.Cli.Import.Files;

namespace CxGrains.Cli.Import.Sending;

/// <summary>Cuts a file's lines into batches.</summary>
internal static class Batches
{
    /// <summary>Bytes of JSON at which a batch is full. Well below what a server takes in one body.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    // So many bad lines make a batch as well, or a file of nothing else would be held whole.
    private const int BadMax = 1000;

    /// <summary>The batches, in order.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="linesMax">Most good lines a batch.</param>
    public static IEnumerable<Batch> Of(IEnumerable<SourceLine> lines, int linesMax)
    {
        var batch = new Batch { Sequence = 0 };
        foreach (var line in lines)
        {
            if (batch.Bytes > 0 && batch.Bytes + line.Json.Length >= BytesMax)
            {
                yield return batch;
                batch = new Batch { Sequence = batch.Sequence + 1 };
            }

            batch.Add(line);
            if (batch.Lines.Count >= linesMax || batch.Bad.Count >= BadMax)
            {
                yield return batch;
                batch = new Batch { Sequence = batch.Sequence + 1 };
            }
        }

        if (batch.Lines.Count + batch.Bad.Count > 0)
        {
            yield return batch;
        }
    }
}
