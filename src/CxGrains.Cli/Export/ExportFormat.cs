namespace CxGrains.Cli.Export;

/// <summary>How a list is written.</summary>
internal enum ExportFormat
{
    /// <summary>Rows with a header, for spreadsheets.</summary>
    Csv,

    /// <summary>JSON objects as the server gives them, one a line.</summary>
    Ndjson,
}
