using System.Collections.Immutable;
using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The same surveys in every workspace.</summary>
internal sealed class FixedDefinitions : IDefinitions
{
    /// <summary>The surveys.</summary>
    public static readonly ImmutableSortedDictionary<string, SurveyDefinition> Surveys = new[]
    {
        new SurveyDefinition { Id = "nps", Name = "nps", Metric = SurveyMetric.Nps, Scale = 10 },
        new SurveyDefinition { Id = "csat", Name = "csat", Metric = SurveyMetric.Csat, Scale = 5 },
    }.ToImmutableSortedDictionary(survey => survey.Id, survey => survey, StringComparer.Ordinal);

    private static readonly WorkspaceDefinitions All = new() { Surveys = Surveys };

    /// <inheritdoc/>
    public ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken) => ValueTask.FromResult(All);

    /// <inheritdoc/>
    public ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");

    /// <inheritdoc/>
    public ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");

    /// <inheritdoc/>
    public ValueTask<SegmentDefinition> DefineSegmentAsync(
        string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");

    /// <inheritdoc/>
    public ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");

    /// <inheritdoc/>
    public ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");

    /// <inheritdoc/>
    public ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A worker defines nothing.");
}
