using System.Collections.Concurrent;

namespace CxGrains.Domain;

/// <summary>
/// One shared instance for each of the few names that recur in millions of interactions (types, channels, touchpoints),
/// so that state holds references and not copies. Bounded: past the bound a name is simply not shared.
/// Safe for concurrent use.
/// </summary>
public sealed class NamePool
{
    /// <summary>Names one pool shares.</summary>
    public const int NamesMax = 10_000;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _count;

    /// <summary>An empty pool.</summary>
    public NamePool()
        : this(new NamePool(null))
    {
    }

    private NamePool(NamePool? labels)
    {
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        Labels = labels ?? this;
    }

    /// <summary>A pool of its own for labels, which vary more: however many there are, they take no place from names.</summary>
    public NamePool Labels { get; }

    /// <summary>The shared instance of a name.</summary>
    public string Share(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var shared) ? shared : Add(name.ToString());

    private string Add(string name)
    {
        if (Volatile.Read(ref _count) >= NamesMax)
        {
            return name;
        }

        var kept = _names.GetOrAdd(name, name);
        if (ReferenceEquals(kept, name))
        {
            Interlocked.Increment(ref _count);
        }

        return kept;
    }
}
