namespace CxGrains.Cli.Import.Files;

/// <summary>The names of a table's columns: stated by the user, or taken from the file's header.</summary>
internal static class TableColumns
{
    /// <summary>The names to use.</summary>
    /// <param name="header">The file's header; null where it has none.</param>
    /// <param name="stated">Names the user gave; null for none.</param>
    /// <exception cref="UsageException">Neither gives names, a name comes twice, or their counts differ.</exception>
    public static IReadOnlyList<string> Choose(IReadOnlyList<string>? header, IReadOnlyList<string>? stated)
    {
        var names = stated ?? header?.Select(name => name.Trim()).ToList()
            ?? throw new UsageException("--no-header: name the columns with --columns a,b,c");
        if (header is not null && stated is not null && header.Count != stated.Count)
        {
            throw new UsageException($"--columns names {stated.Count} columns, the file's header has {header.Count}");
        }

        var twice = names.Where(name => name.Length > 0).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? names
            : throw new UsageException($"two columns are named '{twice.Key}': name them all with --columns a,b,c");
    }
}
