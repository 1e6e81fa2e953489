namespace CxGrains.Cli.Import.Files;

/// <summary>One row of a table.</summary>
/// <param name="Line">The line of the file it begins on, from 1.</param>
/// <param name="Cells">Its cells, as many as there are columns; empty where the row is bad.</param>
/// <param name="Problem">Why the row is bad; null where it is good.</param>
internal readonly record struct TableRow(long Line, string[] Cells, string? Problem)
{
    /// <summary>A row whose cells are as many as its table's columns, or a bad one.</summary>
    public static TableRow Of(long line, string[] cells, int columns) => cells.Length == columns
        ? new TableRow(line, cells, null)
        : new TableRow(line, [], $"has {cells.Length} fields where {columns} are expected");
}
