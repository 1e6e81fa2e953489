namespace CxGrains.Cli.Import.Files;

/// <summary>How the file is written.</summary>
internal enum FileFormat
{
    /// <summary>Told from the file's name and its first character.</summary>
    Auto,

    /// <summary>Rows of fields with a delimiter.</summary>
    Csv,

    /// <summary>JSON objects, one a line.</summary>
    Ndjson,
}
