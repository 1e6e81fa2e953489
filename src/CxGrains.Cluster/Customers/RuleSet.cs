using System.Collections.Concurrent;
using CxGrains.Domain;
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
    private const int SegmentsKeptMax = 10_000;
    private const int WorkspacesKeptMax = 1_000;
    private static readonly ConcurrentDictionary<string, SegmentDefinition> Parsed = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WorkspaceSettings> SettingsRead = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Domain.Alerts.AlertRules> AlertRulesRead = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(ulong, int), PublishedModel> ModelsRead = [];

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

    /// <summary>The alert rules as stored; null where none were defined.</summary>
    [Id(3)]
    public string? AlertRules { get; init; }

    /// <summary>The rules.</summary>
    public WorkspaceRules Rules => _rules ??= new WorkspaceRules(
        [.. Segments.Select(Parse)],
        Settings is null ? WorkspaceSettings.Default : Share(SettingsRead, WorkspacesKeptMax, Settings, WorkspaceSettings.FromStored),
        Model is null ? PublishedModel.Prior : Share(ModelsRead, WorkspacesKeptMax, (Fingerprint.Of(Model.AsSpan()), Model.Length), _ => PublishedModel.FromBytes(Model)))
    {
        Alerts = AlertRules is null ? Domain.Alerts.AlertRules.Default : Share(AlertRulesRead, WorkspacesKeptMax, AlertRules, Domain.Alerts.AlertRules.FromStored),
    };

    /// <summary>A segment as stored, parsed once.</summary>
    public static SegmentDefinition Parse(string stored) => Share(Parsed, SegmentsKeptMax, stored, SegmentJson.Read);

    private static TValue Share<TKey, TValue>(ConcurrentDictionary<TKey, TValue> known, int countMax, TKey key, Func<TKey, TValue> read)
        where TKey : notnull
    {
        if (known.Count >= countMax)
        {
            known.Clear();
        }

        return known.GetOrAdd(key, read);
    }
}
