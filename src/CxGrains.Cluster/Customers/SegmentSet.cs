using System.Collections.Concurrent;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Customers;

/// <summary>The segments of a workspace as defined at a position, for customers to evaluate.</summary>
[GenerateSerializer, Immutable, Alias("cx.SegmentSet")]
internal sealed class SegmentSet
{
    /// <summary>No segments.</summary>
    public static readonly SegmentSet Empty = new() { Stored = [] };

    // Parsed rules, shared by all sets of this process: a set that comes over the wire is mostly one that came before.
    private const int ParsedMax = 10_000;
    private static readonly ConcurrentDictionary<string, SegmentDefinition> Parsed = new(StringComparer.Ordinal);

    [NonSerialized]
    private IReadOnlyList<SegmentDefinition>? _definitions;

    /// <summary>The definitions as stored.</summary>
    [Id(0)]
    public required string[] Stored { get; init; }

    /// <summary>The definitions.</summary>
    public IReadOnlyList<SegmentDefinition> Definitions => _definitions ??= [.. Stored.Select(Parse)];

    /// <summary>A definition as stored, parsed once.</summary>
    public static SegmentDefinition Parse(string stored)
    {
        if (Parsed.TryGetValue(stored, out var known))
        {
            return known;
        }

        if (Parsed.Count >= ParsedMax)
        {
            Parsed.Clear();
        }

        return Parsed.GetOrAdd(stored, SegmentJson.Read);
    }
}
