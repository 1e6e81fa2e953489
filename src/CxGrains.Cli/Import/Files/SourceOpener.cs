namespace CxGrains.Cli.Import.Files;

/// <summary>Opens the file in the form the options and its content ask for.</summary>
internal static class SourceOpener
{
    /// <summary>The delimiter's name for runs of blanks.</summary>
    public const string Whitespace = "whitespace";

    private const int BufferBytes = 128 * 1024;

    /// <summary>Opens a file for one reading from front to back.</summary>
    /// <exception cref="UsageException">The file does not exist, or the options do not fit it.</exception>
    public static FileStream OpenFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"{path}: there is no such file");
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
    }

    /// <summary>Reads a file's lines as interactions.</summary>
    /// <param name="stream">The file at its beginning; closed with the source.</param>
    /// <param name="options">The options.</param>
    /// <param name="ids">Ids of lines that bring none.</param>
    /// <exception cref="UsageException">The options do not fit the file.</exception>
    public static ILineSource Open(FileStream stream, ImportOptions options, LineIds ids)
    {
        if (FormatOf(stream, options) == FileFormat.Ndjson)
        {
            return new NdjsonSource(stream, options.Map, ids);
        }

        var delimiter = options.Delimiter ?? (HasExtension(stream.Name, ".tsv", ".tab") ? "\t" : ",");
        ITable table = delimiter == Whitespace
            ? new BlankTable(stream, options.HasHeader, options.Columns)
            : new CsvTable(stream, delimiter, options.HasHeader, options.Columns);
        try
        {
            return new TableSource(table, options.Map, ids);
        }
        catch (UsageException)
        {
            table.Dispose();
            throw;
        }
    }

    private static FileFormat FormatOf(FileStream stream, ImportOptions options)
    {
        if (options.Format != FileFormat.Auto)
        {
            return options.Format;
        }

        if (options.Delimiter is not null || HasExtension(stream.Name, ".csv", ".tsv", ".tab"))
        {
            return FileFormat.Csv;
        }

        Span<byte> head = stackalloc byte[256];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = head[..read];
        var first = text.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return first >= 0 && text[first] == (byte)'{' ? FileFormat.Ndjson : FileFormat.Csv;
    }

    private static bool HasExtension(string path, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
