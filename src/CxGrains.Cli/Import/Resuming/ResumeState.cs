namespace CxGrains.Cli.Import.Resuming;

/// <summary>How far an import has come.</summary>
internal sealed record ResumeState
{
    /// <summary>Hash of all that decides what is sent where: content, mapping, address, key.</summary>
    public required string Job { get; init; }

    /// <summary>The last line of the file that the server has answered for, with all before it; 0 for none.</summary>
    public long Line { get; init; }

    /// <summary>Lines read up to there.</summary>
    public long Read { get; init; }

    /// <summary>Lines sent up to there.</summary>
    public long Sent { get; init; }

    /// <summary>Lines the server accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Lines that were bad or that the server rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>Sum of the accepted lines' amounts.</summary>
    public decimal ValueSum { get; init; }

    /// <summary>Whether the server rejected lines without naming them, so that <see cref="ValueSum"/> may hold amounts of rejected lines.</summary>
    public bool IsValueSumVague { get; init; }
}
