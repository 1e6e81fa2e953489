namespace CxGrains.Domain.Surveys;

/// <summary>
/// A survey's counts per day by channel, or by touchpoint. A shard breaks out the first <see cref="Limits.BreakdownNamesMax"/> names
/// it meets, as the frequent ones are met early; all further names count under <see cref="Other"/>.
/// </summary>
/// <remarks>
/// A name once broken out stays so, even where all its answers are withdrawn: if its place were given away, a withdrawal of what
/// went under <see cref="Other"/> before could no longer find it there.
/// </remarks>
public sealed class Breakdown
{
    /// <summary>The name under which further names are counted.</summary>
    public const string Other = "other";

    private readonly int _columns;
    private readonly SortedDictionary<string, DayCounts> _byName = new(StringComparer.Ordinal);

    internal Breakdown(int columns) => _columns = columns;

    /// <summary>
    /// The answers of some days, most first, then by name; names without answers are left out.
    /// At most <see cref="Limits.BreakdownNamesMax"/> names and <see cref="Other"/>, also where merged shards broke out more.
    /// </summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public IReadOnlyList<BreakdownCounts> Window(int fromDay, int toDay)
    {
        var named = _byName
            .Where(entry => entry.Key != Other)
            .Select(entry => new BreakdownCounts(entry.Key, new ScoreCounts(entry.Value.Sum(fromDay, toDay))))
            .Where(row => row.Counts.Responses != 0)
            .OrderByDescending(row => row.Counts.Responses)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();

        var other = _byName.TryGetValue(Other, out var counts) ? counts.Sum(fromDay, toDay) : new long[_columns];
        foreach (var row in named.Skip(Limits.BreakdownNamesMax))
        {
            for (var score = 0; score < _columns; score++)
            {
                other[score] += row.Counts[score];
            }
        }

        var rows = named.Take(Limits.BreakdownNamesMax);
        var rest = new BreakdownCounts(Other, new ScoreCounts(other));
        return [.. (rest.Counts.Responses == 0 ? rows : rows.Append(rest)).OrderByDescending(row => row.Counts.Responses)];
    }

    internal void Add(string name, int day, int score, int by = 1) => Of(name).Add(day, score, by);

    internal void Withdraw(string name, int day, int score) => Of(name).Withdraw(day, score);

    internal static Breakdown Merge(Breakdown a, Breakdown b)
    {
        var merged = new Breakdown(a._columns);
        foreach (var (name, counts) in a._byName.Concat(b._byName))
        {
            merged._byName[name] = merged._byName.TryGetValue(name, out var known) ? DayCounts.Merge(known, counts) : counts.Copy();
        }

        return merged;
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_byName.Count);
        foreach (var (name, counts) in _byName)
        {
            writer.Write(name);
            counts.Encode(writer);
        }
    }

    internal static Breakdown Decode(BinaryReader reader, int columns, NamePool names)
    {
        var breakdown = new Breakdown(columns);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            breakdown._byName.Add(names.Share(reader.ReadString()), DayCounts.Decode(reader, columns));
        }

        return breakdown;
    }

    /// <summary>The same counts with more columns, each day's filled in from those there are.</summary>
    internal Breakdown Widen(int columns, Action<Span<int>> fill)
    {
        var wide = new Breakdown(columns);
        foreach (var (name, counts) in _byName)
        {
            wide._byName.Add(name, counts.Widen(columns, fill));
        }

        return wide;
    }

    private DayCounts Of(string name)
    {
        if (_byName.TryGetValue(name, out var counts))
        {
            return counts;
        }

        var named = _byName.Count - (_byName.ContainsKey(Other) ? 1 : 0);
        if (named >= Limits.BreakdownNamesMax && name != Other)
        {
            return Of(Other);
        }

        return _byName[name] = new DayCounts(_columns);
    }
}
