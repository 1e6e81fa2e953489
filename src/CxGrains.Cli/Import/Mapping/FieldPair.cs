namespace CxGrains.Cli.Import.Mapping;

/// <summary>A target and what fills it: a column of the file, or a constant.</summary>
/// <param name="Target">The field of the interaction.</param>
/// <param name="Source">The column's name, or the constant.</param>
internal readonly record struct FieldPair(FieldTarget Target, string Source)
{
    /// <summary>Reads a list such as <c>customer=customer_id,at=date</c>, given once or several times.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="texts">Its values.</param>
    /// <param name="separator">Stands between pairs; null where each text is one pair.</param>
    /// <exception cref="UsageException">A part is no pair, a target is unknown or named twice.</exception>
    public static IReadOnlyList<FieldPair> ParseAll(string option, IEnumerable<string> texts, char? separator)
    {
        var pairs = new List<FieldPair>();
        var parts = texts.SelectMany(text => separator is { } mark ? text.Split(mark) : [text]);
        foreach (var part in parts.Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
            {
                throw new UsageException($"{option} {part}: write FIELD=NAME");
            }

            var name = part[..equals].Trim();
            if (!FieldTarget.TryParse(name, out var target))
            {
                throw new UsageException($"{option} {part}: there is no field '{name}'; the fields are {FieldTarget.Known}");
            }

            if (pairs.Any(pair => pair.Target == target))
            {
                throw new UsageException($"{option} {part}: '{name}' is named twice");
            }

            pairs.Add(new FieldPair(target, part[(equals + 1)..].Trim()));
        }

        return pairs;
    }
}
