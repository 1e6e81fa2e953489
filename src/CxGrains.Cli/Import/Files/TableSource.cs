using CxGrains.Cli.Import.Mapping;

namespace CxGrains.Cli.Import.Files;

/// <summary>The rows of a table as interactions.</summary>
internal sealed class TableSource : ILineSource
{
    private const char Replacement = '\uFFFD';

    private readonly ITable _table;
    private readonly FieldMap _map;
    private readonly LineIds _ids;
    private readonly ColumnTarget[] _columns;
    private readonly JsonBuffer _json = new();

    /// <summary>Joins a table with a map.</summary>
    /// <param name="table">The table; closed with the source.</param>
    /// <param name="map">The map.</param>
    /// <param name="ids">Ids of lines that bring none.</param>
    /// <exception cref="UsageException">The map does not fit the table.</exception>
    public TableSource(ITable table, FieldMap map, LineIds ids)
    {
        _table = table;
        _map = map;
        _ids = ids;

        // Fields of one group have to stand together, as they share one JSON object.
        _columns = [.. map.Bind(table.Columns).OrderBy(column => column.Target.Group)];
    }

    /// <inheritdoc/>
    public IEnumerable<SourceLine> Lines() =>
        _table.Rows().Select(row => row.Problem is null ? Convert(row) : new SourceLine(row.Line) { Problem = row.Problem });

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _table.Dispose();
    }

    private SourceLine Convert(TableRow row)
    {
        _json.Clear();
        _json.Writer.WriteStartObject();

        var id = TextOf(row, FieldTarget.Id) ?? _ids.Of(row.Line);
        var customer = TextOf(row, FieldTarget.Customer);
        if (customer is null)
        {
            return new SourceLine(row.Line) { Id = id, Problem = "customer: is empty" };
        }

        _json.Writer.WriteString(FieldTarget.Id.Name, id);
        var group = FieldGroup.Top;
        foreach (var (target, text, column) in Fields(row))
        {
            if (target == FieldTarget.Id)
            {
                continue;
            }

            if (text.Contains(Replacement))
            {
                return new SourceLine(row.Line) { Id = id, Problem = $"{target}: is not valid UTF-8{column}; save the file as UTF-8" };
            }

            Enter(ref group, target.Group);
            if (!FieldWriter.TryWrite(_json.Writer, target, text, _map.Instants, out var problem))
            {
                return new SourceLine(row.Line) { Id = id, Problem = $"{target}: {problem}{column}" };
            }
        }

        Enter(ref group, FieldGroup.Top);
        _json.Writer.WriteEndObject();
        return new SourceLine(row.Line)
        {
            Json = _json.ToArray(),
            Id = id,
            Customer = customer,
            Value = TextOf(row, FieldTarget.Value) is { } value && FieldWriter.TryReadAmount(value, out var amount) ? amount : null,
        };
    }

    // The row's fields and the constants of those it does not fill, group by group.
    private IEnumerable<(FieldTarget Target, string Text, string Column)> Fields(TableRow row)
    {
        for (var group = FieldGroup.Top; group <= FieldGroup.Properties; group++)
        {
            foreach (var column in _columns)
            {
                if (column.Target.Group == group && Cell(row, column) is { } text)
                {
                    yield return (column.Target, text, $" (column {column.Column})");
                }
            }

            foreach (var (target, text) in _map.Constants)
            {
                if (target.Group == group && CellOf(row, target) is null)
                {
                    yield return (target, text, "");
                }
            }
        }
    }

    private string? TextOf(TableRow row, FieldTarget target)
    {
        if (CellOf(row, target) is { } text)
        {
            return text;
        }

        foreach (var constant in _map.Constants)
        {
            if (constant.Target == target)
            {
                return constant.Source;
            }
        }

        return null;
    }

    private string? CellOf(TableRow row, FieldTarget target)
    {
        foreach (var column in _columns)
        {
            if (column.Target == target)
            {
                return Cell(row, column);
            }
        }

        return null;
    }

    private static string? Cell(TableRow row, ColumnTarget column)
    {
        var text = row.Cells[column.Index].Trim();
        return text.Length == 0 ? null : text;
    }

    private void Enter(ref FieldGroup current, FieldGroup next)
    {
        if (current == next)
        {
            return;
        }

        if (current != FieldGroup.Top)
        {
            _json.Writer.WriteEndObject();
        }

        if (next != FieldGroup.Top)
        {
            _json.Writer.WriteStartObject(next == FieldGroup.Traits ? "traits" : "properties");
        }

        current = next;
    }
}
