namespace CxGrains.Cli.Import.Files;

/// <summary>A file of rows and columns.</summary>
internal interface ITable : IDisposable
{
    /// <summary>The names of the columns.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the rows in the order of the file, once.</summary>
    IEnumerable<TableRow> Rows();
}
