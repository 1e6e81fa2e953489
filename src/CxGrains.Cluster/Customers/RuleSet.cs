using System.Collections.Concurrent;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Cluster.Customers;

/// <summary>What a workspace has defined at a position, for customers to be evaluated by.</summary>
[GenerateSerializer, Immutable, Alias("cx.SegmentSet")]
internal sealed class RuleSet
{
    /// <summary>Nothing defined.</summary>
    public static readonly RuleSet Empty = new() { Segments = [] };

    // Parsed rules, shared by all sets of this process: a set that comes over the wire is mostly one that came before.
    private const int ParsedMax = 10_000;
    private static readonly ConcurrentDictionary<string, SegmentDefinition> Parsed = new(StringComparer.Ordinal);

    [NonSerialized]
    private WorkspaceRules? _rules;

    /// <summary>The segments as stored.</summary>
    [Id(0)]
    public required string[] Segments { get; init; }

    /// <summary>The settings as stored; null where nothing was decided.</summary>
    [Id(1)]
    public string? Settings { get; init; }

    /// <summary>The churn model as last published, in the domain's encoding; null for none.</summary>
    [Id(2)]
    public byte[]? Model { get; init; }

    /// <summary>The rules.</summary>
    public WorkspaceRules Rules => _rules ??= new WorkspaceRules(
        [.. Segments.Select(Parse)],
        Settings is null ? WorkspaceSettings.Default : WorkspaceSettings.FromStored(Settings),
        Model is null ? PublishedModel.Prior : PublishedModel.FromBytes(Model));

    /// <summary>A segment as stored, parsed once.</summary>
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
