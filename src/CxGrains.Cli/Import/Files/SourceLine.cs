namespace CxGrains.Cli.Import.Files;

/// <summary>A line of the file as an interaction, or why it is none.</summary>
/// <param name="Number">The line of the file it begins on, from 1.</param>
internal sealed record SourceLine(long Number)
{
    /// <summary>The interaction's UTF-8 JSON; empty where the line is bad.</summary>
    public byte[] Json { get; init; } = [];

    /// <summary>The interaction's id; null where unknown.</summary>
    public string? Id { get; init; }

    /// <summary>The customer; null where unknown.</summary>
    public string? Customer { get; init; }

    /// <summary>The amount; null where it has none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why the line is bad; null where it is good.</summary>
    public string? Problem { get; init; }
}
