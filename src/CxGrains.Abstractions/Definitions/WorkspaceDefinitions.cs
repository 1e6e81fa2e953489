using System.Collections.Immutable;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Definitions;

/// <summary>An immutable snapshot of what a workspace has defined.</summary>
public sealed record WorkspaceDefinitions
{
    /// <summary>No definitions.</summary>
    public static readonly WorkspaceDefinitions Empty = new();

    /// <summary>Surveys by id.</summary>
    public ImmutableSortedDictionary<string, SurveyDefinition> Surveys { get; init; } =
        ImmutableSortedDictionary.Create<string, SurveyDefinition>(StringComparer.Ordinal);

    /// <summary>Segments by id.</summary>
    public ImmutableSortedDictionary<string, SegmentDefinition> Segments { get; init; } =
        ImmutableSortedDictionary.Create<string, SegmentDefinition>(StringComparer.Ordinal);

    /// <summary>The settings.</summary>
    public WorkspaceSettings Settings { get; init; } = WorkspaceSettings.Default;

    /// <summary>The alert rules.</summary>
    public AlertRules Alerts { get; init; } = AlertRules.Default;

    /// <summary>The churn model as last published.</summary>
    public PublishedModel Published { get; init; } = PublishedModel.Prior;

    /// <summary>The churn model in force.</summary>
    public PublishedModel Model => Published.InForce(Settings.Churn.Target);

    /// <summary>How customers buy, as last fitted; null where it was not yet.</summary>
    public BuyingModel? Buying { get; init; }

    /// <summary>The segments' slots by id, in the order of the ids.</summary>
    public IReadOnlyDictionary<string, int> Slots => Segments.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Slot, StringComparer.Ordinal);

    /// <summary>The slots of two segments that are held against each other; null where the first is not defined.</summary>
    /// <param name="first">The first's id.</param>
    /// <param name="second">The second's id.</param>
    /// <exception cref="Domain.InvalidFieldException">The second is not defined; named <c>with</c>.</exception>
    public (int First, int Second)? SlotsOf(string first, string second)
    {
        if (!Segments.TryGetValue(first, out var one))
        {
            return null;
        }

        return Segments.TryGetValue(second, out var other) ? (one.Slot, other.Slot) : throw new Domain.InvalidFieldException("with", $"'{second}' is not defined");
    }
}
