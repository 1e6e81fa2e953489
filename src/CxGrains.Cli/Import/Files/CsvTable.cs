using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CxGrains.Cli.Import.Files;

/// <summary>Comma-separated text and its kin (RFC 4180 with any delimiter): fields may be quoted and hold line ends.</summary>
internal sealed class CsvTable : ITable
{
    /// <summary>Characters one field may have. An unclosed quote makes the rest of the file one field; this bounds it.</summary>
    public const int FieldCharsMax = 64 * 1024;

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private string? _badData;

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="stream">The file; closed with the table.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    /// <param name="columns">Names that replace the header's; null for those.</param>
    /// <exception cref="UsageException">The columns have no usable names.</exception>
    public CsvTable(Stream stream, string delimiter, bool hasHeader, IReadOnlyList<string>? columns)
    {
        _reader = new StreamReader(stream, Encoding.UTF8);
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            MaxFieldSize = FieldCharsMax,
            BadDataFound = _ => _badData = "has a quote inside a field that is not quoted",
        });
        try
        {
            var header = hasHeader && _parser.Read() ? _parser.Record : hasHeader ? [] : null;
            Columns = TableColumns.Choose(header, columns);
        }
        catch (MaxFieldSizeException exception)
        {
            Dispose();
            throw new UsageException($"the header has a field longer than {FieldCharsMax} characters; is this CSV with '{delimiter}' between fields?", exception);
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
        while (true)
        {
            var end = _parser.RawRow;
            bool read;
            try
            {
                read = _parser.Read();
            }
            catch (MaxFieldSizeException)
            {
                read = false;
                _badData = $"begins a field longer than {FieldCharsMax} characters (an unclosed quote?); nothing after it was read";
            }

            if (!read)
            {
                if (_badData is { } fatal)
                {
                    yield return new TableRow(end + 1, [], fatal);
                }

                yield break;
            }

            var line = _parser.RawRow - _parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
            var row = TableRow.Of(line, _parser.Record!, Columns.Count);
            yield return _badData is { } bad ? new TableRow(line, [], bad) : row;
            _badData = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }
}
