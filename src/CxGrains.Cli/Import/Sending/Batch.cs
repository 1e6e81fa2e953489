using CxGrains.Cli.Import.Files;

namespace CxGrains.Cli.Import.Sending;

/// <summary>A stretch of the file: the lines one request carries, and the bad ones between them.</summary>
internal sealed class Batch
{
    /// <summary>Its place among the batches of the run, from 0.</summary>
    public required long Sequence { get; init; }

    /// <summary>The good lines, in order.</summary>
    public List<SourceLine> Lines { get; } = [];

    /// <summary>The bad lines, in order.</summary>
    public List<SourceLine> Bad { get; } = [];

    /// <summary>The last line of the file this batch knows of.</summary>
    public long LastLine { get; private set; }

    /// <summary>How far into the file the reading was when the batch was cut, in bytes; for progress.</summary>
    public long FileBytes { get; set; }

    /// <summary>Bytes of the good lines.</summary>
    public int Bytes { get; private set; }

    /// <summary>Adds the next line.</summary>
    public void Add(SourceLine line)
    {
        LastLine = line.Number;
        if (line.Problem is null)
        {
            Lines.Add(line);
            Bytes += line.Json.Length + 1;
        }
        else
        {
            Bad.Add(line);
        }
    }
}
