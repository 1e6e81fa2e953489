using CxGrains.Cli.Import.Files;
using CxGrains.Cli.Import.Mapping;

namespace CxGrains.Cli.Import;

/// <summary>What the command line of an import says, checked.</summary>
internal sealed class ImportOptions
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The server's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The key; empty in a dry run.</summary>
    public required string Key { get; init; }

    /// <summary>How the file is written.</summary>
    public FileFormat Format { get; init; }

    /// <summary>What stands between fields; null for a comma, or a tab in a .tsv file.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Names of the columns that replace the header's; null for those.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>How columns become fields.</summary>
    public required FieldMap Map { get; init; }

    /// <summary>Sets ids made from line numbers apart; empty for none.</summary>
    public string IdTag { get; init; } = "";

    /// <summary>Most interactions one request carries, from 1 to <see cref="BatchLinesMax"/>.</summary>
    public int BatchLines { get; init; } = 1000;

    /// <summary>Requests on the way at once, from 1 to <see cref="ParallelMax"/>.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>Whether the data is news: alerts may be sent.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether to read the file only.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether to begin at the first line whatever an earlier run has done.</summary>
    public bool IsRestart { get; init; }

    /// <summary>Where bad lines are listed in full; null for nowhere.</summary>
    public string? ErrorsFile { get; init; }

    /// <summary>Where the resume file goes; null for beside the file.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>How long one request is tried again before the import gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most interactions the server takes in one request.</summary>
    public const int BatchLinesMax = 10_000;

    /// <summary>Most requests on the way at once.</summary>
    public const int ParallelMax = 16;
}
