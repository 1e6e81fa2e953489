using System.Text;

namespace CxGrains.Cli.Import.Files;

/// <summary>Text whose fields stand apart by runs of blanks or tabs; blanks at either end of a line are no fields.</summary>
internal sealed class BlankTable : ITable
{
    private static readonly char[] Blanks = [' ', '\t'];

    private readonly Utf8Lines _lines;

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="stream">The file; closed with the table.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    /// <param name="columns">Names that replace the header's; null for those.</param>
    /// <exception cref="UsageException">The columns have no usable names.</exception>
    public BlankTable(Stream stream, bool hasHeader, IReadOnlyList<string>? columns)
    {
        _lines = new Utf8Lines(stream);
        try
        {
            Columns = TableColumns.Choose(hasHeader ? Header() : null, columns);
        }
        catch (UsageException)
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public IEnumerable<TableRow> Rows()
    {
        while (_lines.Read())
        {
            if (_lines.IsTooLong)
            {
                yield return new TableRow(_lines.Number, [], Utf8Lines.TooLong);
                continue;
            }

            var cells = Cells();
            if (cells.Length > 0)
            {
                yield return TableRow.Of(_lines.Number, cells, Columns.Count);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private string[] Header()
    {
        while (_lines.Read())
        {
            var cells = Cells();
            if (cells.Length > 0)
            {
                return cells;
            }
        }

        return [];
    }

    private string[] Cells() => Encoding.UTF8.GetString(_lines.Line.Span).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
