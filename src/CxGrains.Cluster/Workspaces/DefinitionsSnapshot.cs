using System.Collections.Immutable;
using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Settings;

namespace CxGrains.Cluster.Workspaces;

/// <summary>A workspace's definitions as sent.</summary>
[GenerateSerializer, Immutable, Alias("cx.Definitions")]
internal sealed class DefinitionsSnapshot
{
    /// <summary>Counts up with each change.</summary>
    [Id(0)]
    public required long Version { get; init; }

    /// <summary>The surveys.</summary>
    [Id(1)]
    public required SurveyOnWire[] Surveys { get; init; }

    /// <summary>The segments, as stored.</summary>
    [Id(2)]
    public required string[] Segments { get; init; }

    /// <summary>The settings, as stored; null where nothing was decided.</summary>
    [Id(3)]
    public string? Settings { get; init; }

    /// <summary>The churn model as last published, in the domain's encoding; null for none.</summary>
    [Id(4)]
    public byte[]? Model { get; init; }

    /// <summary>How customers buy, as last fitted, in the domain's encoding; null where it was not yet.</summary>
    [Id(5)]
    public byte[]? Buying { get; init; }

    /// <summary>The alert rules, as stored; null where none were defined.</summary>
    [Id(6)]
    public string? AlertRules { get; init; }

    /// <summary>The definitions.</summary>
    public WorkspaceDefinitions ToDefinitions() => new()
    {
        Surveys = Surveys.ToImmutableSortedDictionary(survey => survey.Id, survey => survey.ToDefinition(), StringComparer.Ordinal),
        Segments = Segments.Select(RuleSet.Parse).ToImmutableSortedDictionary(segment => segment.Id, segment => segment, StringComparer.Ordinal),
        Settings = Settings is null ? WorkspaceSettings.Default : WorkspaceSettings.FromStored(Settings),
        Alerts = AlertRules is null ? Domain.Alerts.AlertRules.Default : Domain.Alerts.AlertRules.FromStored(AlertRules),
        Published = Model is null ? PublishedModel.Prior : PublishedModel.FromBytes(Model),
        Buying = Buying is null ? null : BuyingModel.FromBytes(Buying),
    };
}
