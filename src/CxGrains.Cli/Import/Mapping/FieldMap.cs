namespace CxGrains.Cli.Import.Mapping;

/// <summary>How the columns of a file become the fields of interactions.</summary>
internal sealed class FieldMap
{
    /// <summary>Columns by target. Empty means: a column that is named like a field is that field.</summary>
    public required IReadOnlyList<FieldPair> Columns { get; init; }

    /// <summary>Constants for lines that do not fill the field themselves.</summary>
    public required IReadOnlyList<FieldPair> Constants { get; init; }

    /// <summary>Where columns go that nothing else names: <c>traits</c>, <c>properties</c>, or nowhere.</summary>
    public FieldGroup? Rest { get; init; }

    /// <summary>How to read instants.</summary>
    public required InstantReader Instants { get; init; }

    /// <summary>The columns of a file with these column names, each with its target, in the order of the file.</summary>
    /// <exception cref="UsageException">A mapped column is not in the file, or no column is the customer's.</exception>
    public IReadOnlyList<ColumnTarget> Bind(IReadOnlyList<string> columns)
    {
        var bound = new List<ColumnTarget>();
        foreach (var pair in Columns)
        {
            var index = IndexOf(columns, pair.Source);
            bound.Add(index >= 0
                ? new ColumnTarget(index, pair.Source, pair.Target)
                : throw new UsageException($"--map {pair.Target}={pair.Source}: the file has no such column; it has {string.Join(", ", columns)}"));
        }

        for (var index = 0; index < columns.Count; index++)
        {
            if (Columns.Count == 0 && FieldTarget.TryParse(columns[index], out var target) && !Has(bound, target))
            {
                bound.Add(new ColumnTarget(index, columns[index], target));
            }
            else if (Rest is { } group && columns[index].Length > 0 && bound.TrueForAll(other => other.Index != index))
            {
                bound.Add(new ColumnTarget(index, columns[index], new FieldTarget(group, columns[index])));
            }
        }

        if (!Has(bound, FieldTarget.Customer) && !HasConstant(FieldTarget.Customer))
        {
            throw new UsageException($"no column is the customer's: give --map customer=NAME; the file has {string.Join(", ", columns)}");
        }

        if (!Has(bound, FieldTarget.Type) && !HasConstant(FieldTarget.Type))
        {
            throw new UsageException("no column is the interaction's type: give --type NAME or --map type=NAME");
        }

        return bound;
    }

    /// <summary>Whether a constant fills a field.</summary>
    public bool HasConstant(FieldTarget target) => Constants.Any(pair => pair.Target == target);

    private static bool Has(List<ColumnTarget> bound, FieldTarget target) => bound.Exists(column => column.Target == target);

    private static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
